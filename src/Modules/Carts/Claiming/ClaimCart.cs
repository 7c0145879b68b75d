using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Claiming;

/// <summary>A customer signs in with a guest's cart in hand: it becomes one with theirs (see <see cref="Merge"/>).</summary>
internal static class ClaimCart
{
    internal static async Task<IResult> Handle(
        CartId id, Caller caller, HttpContext http, Database db, CartReader carts, IInventory inventory, ICatalog catalog,
        CancellationToken cancel)
    {
        var user = caller.UserId!.Value;
        var claimed = await carts.Use<CartView>(id, caller, http, Take, cancel);
        return claimed.Cart(http);

        async Task<Outcome<CartView>> Take(Cart guest)
        {
            var own = await db.FindCartOf(user, cancel);
            var available = await inventory.Available([.. guest.VariantIds.Concat(own?.VariantIds ?? []).Distinct()], cancel);
            var outcome = await db.Write("carts.claim", tx => Claim(tx, guest, user, available), cancel);
            if (!outcome.Try(out var merged, out var refusal))
            {
                return refusal;
            }

            return await db.FindCart(merged.Cart.Id, user, cancel) is { } cart
                ? Told(await carts.Show(cart, null, cancel), merged, id, await catalog.Variants(guest.VariantIds, cancel))
                : CartErrors.NotFound.Refuse();
        }
    }

    private static CartView Told(CartView view, Merged merged, CartId guest, IReadOnlyDictionary<VariantId, VariantInfo> variants)
    {
        var names = merged.LeftOut.Select(line => variants.TryGetValue(line.VariantId, out var some) ? some.FullName : "something else");
        var notices = new List<Notice>();
        if (merged.LeftOut.Count > 0)
        {
            notices.Add(Notice.LeftOut([.. names], guest));
        }

        if (merged.CodesLeftOut.Count > 0)
        {
            notices.Add(Notice.CodesLeftOut(merged.CodesLeftOut));
        }

        return view.Saying(merged.Cuts).Saying([.. notices]);
    }

    private static async Task<Outcome<Merged>> Claim(Tx tx, Cart read, UserId user, IReadOnlyDictionary<VariantId, int> available)
    {
        tx.LockCartsOf(user);
        tx.Queue($"select from carts.carts where id = {read.Id} or user_id = {user} order by id for update");
        var own = await tx.FindCartOf(user);
        if (await tx.FindCart(read.Id, user) is not { } guest)
        {
            return CartErrors.NotFound.Refuse();
        }

        if (read.MustBeThisVersion && guest.Version != read.Version)
        {
            return PlatformErrors.Stale.Refuse();
        }

        if (guest.UserId == user)
        {
            return new Merged(guest, new Dictionary<VariantId, Notice>(), [], []);
        }

        var merged = Merge.Of(own, guest, user, available);
        Store(tx, merged, guest, own);
        return merged;
    }

    private static void Store(Tx tx, Merged merged, Cart guest, Cart? own)
    {
        var kept = merged.Cart.Id;
        var gone = kept == guest.Id ? own?.Id : guest.Id;
        if (gone is { } other)
        {
            tx.Queue($"update carts.reminder_keys set cart_id = {kept} where cart_id = {other}");
        }

        if (kept != guest.Id)
        {
            tx.StoreLines(kept, merged.Cart.Lines);
        }

        End(tx, gone, merged.LeftOut);
        tx.Queue(
            $"""
            update carts.carts set {CartRows.Settings(merged.Cart)}, user_id = {merged.Cart.UserId}, version = version + 1,
              updated_at = {tx.Now}, seen_at = {tx.Now}
            where id = {kept}
            """);
    }

    // What found no room is not thrown away.
    private static void End(Tx tx, CartId? cart, IReadOnlyList<CartLine> leftOut)
    {
        if (leftOut.Count == 0)
        {
            tx.Queue($"delete from carts.carts where id = {cart}");
            return;
        }

        tx.Queue($"delete from carts.lines where cart_id = {cart} and id <> all ({leftOut.Select(line => line.Id.Value).ToArray()})");
        tx.Queue(
            $"""
            update carts.carts set version = version + 1, updated_at = {tx.Now}, seen_discount_minor = 0,
              codes = default, remind = false
            where id = {cart}
            """);
    }
}
