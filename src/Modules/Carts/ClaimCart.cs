using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Inventory;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts;

/// <summary>
/// A customer signs in with a guest's cart in hand. Is theirs empty, they take the guest's over, with its id; else its lines go into theirs
/// and the guest's cart is gone. Quantities add up, as far as a line holds and stock goes; less than either cart held it never becomes.
/// </summary>
internal static class ClaimCart
{
    /// <summary>What a merge comes to: the lines to store, and where a quantity was cut.</summary>
    internal sealed record Merged(IReadOnlyList<CartLine> Lines, IReadOnlyDictionary<VariantId, Notice> Cuts);

    private sealed record Claimed(CartId Id, IReadOnlyDictionary<VariantId, Notice> Cuts);

    internal static async Task<IResult> Handle(
        CartId id, Caller caller, Database db, CartReader carts, IInventory inventory, CancellationToken cancel)
    {
        var user = caller.UserId!.Value;
        var claimed = await carts.Use<CartView>(id, caller, Take, cancel);
        return claimed.Ok();

        async Task<Outcome<CartView>> Take(Cart guest)
        {
            var own = await db.FindCartOf(user, cancel);
            var available = await inventory.Available([.. guest.VariantIds, .. own?.VariantIds ?? []], cancel);
            var outcome = await db.Write("carts.claim", tx => Claim(tx, id, user, available), cancel);
            return outcome.Try(out var done, out var refusal)
                ? await carts.Use<CartView>(done.Id, caller, async cart => (await carts.Show(cart, null, cancel)).Saying(done.Cuts), cancel)
                : refusal;
        }
    }

    /// <summary>The customer's lines with the guest's added.</summary>
    internal static Merged Merge(IReadOnlyList<CartLine> own, IReadOnlyList<CartLine> guest, IReadOnlyDictionary<VariantId, int> available)
    {
        var lines = own.ToDictionary(line => line.VariantId);
        var cuts = new Dictionary<VariantId, Notice>();
        foreach (var added in guest)
        {
            var mine = lines.GetValueOrDefault(added.VariantId);
            var (had, sum) = (Math.Max(mine?.Quantity ?? 0, added.Quantity), (mine?.Quantity ?? 0) + added.Quantity);
            var kept = Math.Min(sum, Math.Min(Cart.MaxQuantity, Math.Max(available.GetValueOrDefault(added.VariantId), had)));
            lines[added.VariantId] = (mine ?? added with { Id = CartLineId.New() }) with { Quantity = kept };
            if (kept < sum)
            {
                cuts[added.VariantId] = Notice.Reduced(sum, kept);
            }
        }

        return new([.. lines.Values], cuts);
    }

    private static async Task<Outcome<Claimed>> Claim(Tx tx, CartId id, UserId user, IReadOnlyDictionary<VariantId, int> available)
    {
        tx.LockCartsOf(user);
        tx.Queue($"select from carts.carts where id = {id} or user_id = {user} order by id for update");
        var own = await tx.FindCartOf(user);
        if (await tx.FindCart(id, user) is not { } guest)
        {
            return CartErrors.NotFound.Refuse();
        }

        return guest.UserId == user ? new Claimed(id, new Dictionary<VariantId, Notice>())
            : own is null or { Lines.Count: 0 } ? TakeOver(tx, guest, own, user)
            : Join(tx, guest, own, Merge(own.Lines, guest.Lines, available));
    }

    private static Outcome<Claimed> TakeOver(Tx tx, Cart guest, Cart? empty, UserId user)
    {
        if (empty is not null)
        {
            tx.Queue($"delete from carts.carts where id = {empty.Id}");
        }

        tx.Queue($"update carts.carts set user_id = {user}, updated_at = {tx.Now} where id = {guest.Id}");
        return new Claimed(guest.Id, new Dictionary<VariantId, Notice>());
    }

    private static Outcome<Claimed> Join(Tx tx, Cart guest, Cart own, Merged merged)
    {
        if (merged.Lines.Count > Cart.MaxLines)
        {
            return CartRefusals.Full.Refuse();
        }

        tx.StoreLines(own.Id, merged.Lines);
        if (own.Destination is null && guest.Destination is { } place)
        {
            tx.Queue(
                $"""
                update carts.carts set country = {place.Country}, state = {place.State}, postal_code = {place.PostalCode},
                  city = {place.City}, shipping_method_id = {guest.ShippingOption} where id = {own.Id}
                """);
        }

        tx.Queue($"update carts.carts set updated_at = {tx.Now} where id = {own.Id}");
        tx.Queue($"delete from carts.carts where id = {guest.Id}");
        return new Claimed(own.Id, merged.Cuts);
    }
}
