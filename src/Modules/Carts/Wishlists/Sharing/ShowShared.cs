using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Identity;
using Tradepost.Contracts.Inventory;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Wishlists.Sharing;

/// <summary>
/// A list as whoever has its link sees it: what is on it and what that costs now. Of its owner nothing but the first name, of the list no
/// ids, dates or settings; of what is no longer sold no price.
/// </summary>
internal static class ShowShared
{
    internal sealed record Item(
        ProductId ProductId, VariantId VariantId, string Sku, string Slug, string Name, IReadOnlyDictionary<string, string> Options,
        string? ImageUrl, Money? Price, Money? CompareAtPrice, string Status);

    internal sealed record Shared(string Name, string? OwnerFirstName, IReadOnlyList<Item> Items, int Page, int PageSize, long Total);

    internal static async Task<IResult> Handle(
        string token, PageQuery page, HttpContext http, Database db, ICatalog catalog, IInventory inventory, IUsers users,
        CancellationToken cancel)
    {
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        http.Response.Headers.CacheControl = "private, no-store";
        var hash = new LinkToken(token).Hash();
        var list = await db.Row($"select {Wishlist.Columns} from carts.wishlists w where w.share_hash = {hash}", Wishlist.Read, cancel);
        if (list is null || (await users.People([list.UserId], cancel)).GetValueOrDefault(list.UserId) is not { Disabled: false } owner)
        {
            return WishlistRefusals.LinkInvalid.Refuse().ToResult();
        }

        var items = await db.ItemsOf(list.Id, page.Offset, page.PageSize, cancel);
        var ids = items.Select(item => item.VariantId).ToArray();
        var (variants, available) = (await catalog.Variants(ids, cancel), await inventory.Available(ids, cancel));
        Outcome<Shared> shared = new Shared(
            list.Name, owner.FirstName, [.. ids.Select(id => Of(variants[id], available[id]))], page.Page, page.PageSize, list.ItemCount);
        return shared.Ok();
    }

    private static Item Of(VariantInfo variant, int available) => new(
        variant.ProductId, variant.Id, variant.Sku, variant.Slug, variant.Name, variant.Options, variant.ImageUrl,
        variant.Purchasable ? variant.Price : null, variant.Purchasable ? variant.CompareAtPrice : null,
        ItemView.StatusOf(variant, available));
}
