using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Wishlists.Items;

/// <summary>The way back: a line leaves the cart and what it holds goes on a list, in one transaction.</summary>
internal static class SaveForLater
{
    internal sealed record Request(CartId? CartId, CartLineId? LineId) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Required("cartId", CartId);
            faults.Required("lineId", LineId);
        }
    }

    internal sealed record Result(ItemView Item, CartView Cart);

    /// <summary>On the list named.</summary>
    internal static async Task<IResult> Handle(
        WishlistId id, Body<Request> body, Caller caller, Database db, CartReader carts, WishlistReader reader, ICatalog catalog,
        IInventory inventory, CancellationToken cancel) =>
        (await reader.Find(id, caller.UserId!.Value, cancel)).Try(out _, out var strange)
            ? await Save(id, body.Value, caller, db, new(carts, reader, catalog, inventory), cancel)
            : strange.ToResult();

    /// <summary>On the customer's default list, which is made when they have none.</summary>
    internal static Task<IResult> ToDefault(
        Body<Request> body, Caller caller, Database db, CartReader carts, WishlistReader reader, ICatalog catalog, IInventory inventory,
        CancellationToken cancel) =>
        Save(null, body.Value, caller, db, new(carts, reader, catalog, inventory), cancel);

    private sealed record Tools(CartReader Carts, WishlistReader Reader, ICatalog Catalog, IInventory Inventory);

    private static async Task<IResult> Save(
        WishlistId? list, Request request, Caller caller, Database db, Tools tools, CancellationToken cancel)
    {
        var (user, id) = (caller.UserId!.Value, request.CartId!.Value);
        if (await db.FindCart(id, user, cancel) is not { } cart)
        {
            return CartErrors.NotFound.Refuse().ToResult();
        }

        if (cart.Lines.FirstOrDefault(line => line.Id == request.LineId) is not { } wanted)
        {
            return CartRefusals.LineNotFound.Refuse().ToResult();
        }

        var variant = (await tools.Catalog.Variants([wanted.VariantId], cancel))[wanted.VariantId];
        var available = (await tools.Inventory.Available([variant.Id], cancel))[variant.Id];
        var saved = await db.Write("wishlists.save_for_later", tx => Move(tx, list, id, wanted.Id, user, variant, available), cancel);
        Outcome<Result> shown = saved.Try(out var placed, out var refusal)
            ? new Result((await tools.Reader.Views([placed.Item], cancel))[0], await tools.Carts.ShowAfter(db, id, caller, cancel))
            : refusal;
        return shown.Ok();
    }

    private static async Task<Outcome<Placed>> Move(
        Tx tx, WishlistId? list, CartId id, CartLineId line, UserId user, VariantInfo variant, int available)
    {
        if (!(await tx.LockCart(id, user)).Try(out var cart, out var strange))
        {
            return strange;
        }

        if (cart.Lines.All(there => there.Id != line))
        {
            return CartRefusals.LineNotFound.Refuse();
        }

        tx.TakeLine(cart, line);
        var target = list is { } named ? named : await tx.DefaultWishlist(user);
        return target.Try(out var home, out var refusal) ? await tx.PutItem(home, user, variant, available) : refusal;
    }
}
