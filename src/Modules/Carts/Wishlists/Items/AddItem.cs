using Microsoft.AspNetCore.Http;
using Tradepost.Carts.Lines;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Wishlists.Items;

/// <summary>
/// Puts something on a list: 201, or 200 with what is there already. A product without a variant stands for the one its page opens with,
/// and is there already when any of its variants is.
/// </summary>
internal static class AddItem
{
    internal sealed record Request(ProductId? ProductId, VariantId? VariantId) : IChecked
    {
        public void Check(Faults faults) => faults.Required("productId", ProductId);
    }

    /// <summary>On the list named.</summary>
    internal static Task<IResult> Handle(
        WishlistId id, Body<Request> body, Caller caller, Database db, Wanted wanted, ICatalog catalog, IInventory inventory,
        WishlistReader reader, CancellationToken cancel) =>
        Put(new(db, wanted, catalog, inventory, reader), id, body.Value, caller.UserId!.Value, cancel);

    /// <summary>On the customer's default list, which is made when they have none.</summary>
    internal static Task<IResult> ToDefault(
        Body<Request> body, Caller caller, Database db, Wanted wanted, ICatalog catalog, IInventory inventory, WishlistReader reader,
        CancellationToken cancel) =>
        Put(new(db, wanted, catalog, inventory, reader), null, body.Value, caller.UserId!.Value, cancel);

    private sealed record Tools(Database Db, Wanted Wanted, ICatalog Catalog, IInventory Inventory, WishlistReader Reader);

    private static async Task<IResult> Put(Tools tools, WishlistId? list, Request request, UserId user, CancellationToken cancel)
    {
        if (list is { } named && !(await tools.Reader.Find(named, user, cancel)).Try(out _, out var strange))
        {
            return strange.ToResult();
        }

        var lead = request.VariantId ?? await tools.Catalog.LeadVariant(request.ProductId!.Value, cancel);
        if (!(await tools.Wanted.Find(request.ProductId, lead, cancel)).Try(out var variant, out var unknown))
        {
            return unknown.ToResult();
        }

        if (!variant.Purchasable)
        {
            return CartRefusals.NotSold.Refuse().ToResult();
        }

        var available = (await tools.Inventory.Available([variant.Id], cancel))[variant.Id];
        var put = await tools.Db.Write(
            "wishlists.add_item", tx => Place(tx, list, user, variant, available, anyOfProduct: request.VariantId is null), cancel);
        return put.Try(out var placed, out var refusal) ? await Answer(placed, tools.Reader, cancel) : refusal.ToResult();
    }

    private static async Task<Outcome<Placed>> Place(
        Tx tx, WishlistId? list, UserId user, VariantInfo variant, int available, bool anyOfProduct)
    {
        var target = list is { } named ? named : await tx.DefaultWishlist(user);
        return target.Try(out var id, out var refusal) ? await tx.PutItem(id, user, variant, available, anyOfProduct) : refusal;
    }

    private static async Task<IResult> Answer(Placed placed, WishlistReader reader, CancellationToken cancel)
    {
        Outcome<ItemView> view = (await reader.Views([placed.Item], cancel))[0];
        return placed.IsNew ? view.Created(item => $"/api/v1/wishlists/{item.WishlistId}") : view.Ok();
    }
}
