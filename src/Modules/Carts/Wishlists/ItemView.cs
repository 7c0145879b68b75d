using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Wishlists;

/// <summary>A thing on a wishlist as its owner sees it: what it is now, and what changed since it was put there.</summary>
/// <param name="Id">The item.</param>
/// <param name="WishlistId">The list it is on.</param>
/// <param name="ProductId">Its product.</param>
/// <param name="VariantId">What.</param>
/// <param name="Sku">Its stock keeping unit.</param>
/// <param name="Slug">The product's address.</param>
/// <param name="Name">The product's name.</param>
/// <param name="Options">Chosen options.</param>
/// <param name="ImageUrl">The picture that shows it best.</param>
/// <param name="Price">For one unit, now.</param>
/// <param name="CompareAtPrice">The price it was reduced from.</param>
/// <param name="AddedPrice">For one unit when it was put on the list.</param>
/// <param name="Status">available, outOfStock or unavailable.</param>
/// <param name="Available">Units that can be bought.</param>
/// <param name="AddedAt">Since when it is on the list.</param>
/// <param name="Notices">priceDrop, backInStock, unavailable.</param>
internal sealed record ItemView(
    WishlistItemId Id, WishlistId WishlistId, ProductId ProductId, VariantId VariantId, string Sku, string Slug, string Name,
    IReadOnlyDictionary<string, string> Options, string? ImageUrl, Money Price, Money? CompareAtPrice, Money AddedPrice, string Status,
    int Available, DateTimeOffset AddedAt, IReadOnlyList<Notice> Notices)
{
    /// <summary>How long a list says that something is back.</summary>
    internal static readonly TimeSpan BackIsNews = TimeSpan.FromDays(14);

    public static ItemView Of(WishlistItem item, VariantInfo variant, int available, DateTimeOffset now) => new(
        item.Id, item.WishlistId, variant.ProductId, variant.Id, variant.Sku, variant.Slug, variant.Name, variant.Options, variant.ImageUrl,
        variant.Price, variant.CompareAtPrice, item.Added, StatusOf(variant, available), variant.Purchasable ? Math.Max(0, available) : 0,
        item.AddedAt, NoticesOf(item, variant, available, now));

    public static string StatusOf(VariantInfo variant, int available) =>
        !variant.Purchasable ? "unavailable" : available > 0 ? "available" : "outOfStock";

    /// <summary>What there is to say. Of what is no longer sold, nothing else.</summary>
    internal static IReadOnlyList<Notice> NoticesOf(WishlistItem item, VariantInfo variant, int available, DateTimeOffset now)
    {
        if (!variant.Purchasable)
        {
            return [new("unavailable", "This is no longer sold.")];
        }

        var notices = new List<Notice>(2);
        if (variant.Price.Currency == item.Added.Currency && variant.Price.Minor < item.Added.Minor)
        {
            notices.Add(new("priceDrop", "The price went down since you put it here.", From: item.Added, To: variant.Price));
        }

        if (available > 0 && (!item.WasInStock || item.BackAt > now - BackIsNews))
        {
            notices.Add(new("backInStock", "This is back in stock."));
        }

        return notices;
    }
}
