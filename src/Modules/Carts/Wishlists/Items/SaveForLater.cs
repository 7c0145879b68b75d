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
        var saved = await tools.Carts.Use<Result>(request.CartId!.Value, caller, Move, cancel);
        return saved.Ok();

        async Task<Outcome<Result>> Move(Cart cart)
        {
            if (cart.Lines.FirstOrDefault(line => line.Id == request.LineId) is not { } line)
            {
                return CartRefusals.LineNotFound.Refuse();
            }

            var variant = (await tools.Catalog.Variants([line.VariantId], cancel))[line.VariantId];
            var available = await tools.Inventory.Available(cart.VariantIds, cancel);
            var stored = await db.Write(
                "wishlists.save_for_later", tx => Store(tx, list, cart, line, caller, variant, available[variant.Id]), cancel);
            return stored.Try(out var placed, out var refusal)
                ? new Result(
                    (await tools.Reader.Views([placed.Item], cancel))[0],
                    await tools.Carts.Show(cart.Without(line.Id), available, cancel))
                : refusal;
        }
    }

    private static async Task<Outcome<Placed>> Store(
        Tx tx, WishlistId? list, Cart cart, CartLine line, Caller caller, VariantInfo variant, int available)
    {
        var taken = await tx.Execute(
            $"""
            {CartRows.WithCart(cart.Id, caller.UserId, tx.Now)}
            delete from carts.lines l using cart where l.cart_id = cart.id and l.id = {line.Id}
            """);
        if (taken == 0)
        {
            return CartRefusals.LineNotFound.Refuse();
        }

        var user = caller.UserId!.Value;
        var target = list is { } named ? named : await tx.DefaultWishlist(user);
        return target.Try(out var id, out var refusal) ? await tx.PutItem(id, user, variant, available) : refusal;
    }
}
