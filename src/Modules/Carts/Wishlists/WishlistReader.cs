using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Wishlists;

/// <summary>Reads wishlists as they are shown: the catalogue and stock are asked once for a whole page.</summary>
internal sealed class WishlistReader(Database db, ICatalog catalog, IInventory inventory, TimeProvider time)
{
    private const int Pictures = 4;

    /// <summary>A list of the customer's, or the refusal: a stranger's is not there.</summary>
    public async Task<Outcome<Wishlist>> Find(WishlistId id, UserId user, CancellationToken cancel) =>
        await db.FindWishlist(id, user, cancel) is { } list ? list : WishlistRefusals.NotFound.Refuse();

    public async Task<WishlistPage> Show(Wishlist list, PageQuery page, CancellationToken cancel)
    {
        var items = await Views(await db.ItemsOf(list.Id, page.Offset, page.PageSize, cancel), cancel);
        return new(
            list.Id, list.Name, list.IsDefault, list.Notify, list.SharedAt is not null, list.SharedAt, list.ItemCount, list.CreatedAt,
            list.UpdatedAt, items, page.Page, page.PageSize, list.ItemCount);
    }

    public async Task<IReadOnlyList<ItemView>> Views(IReadOnlyList<WishlistItem> items, CancellationToken cancel)
    {
        var ids = items.Select(item => item.VariantId).ToArray();
        var (variants, available) = (await catalog.Variants(ids, cancel), await inventory.Available(ids, cancel));
        var now = time.GetUtcNow();
        return [.. items.Select(item => ItemView.Of(item, variants[item.VariantId], available[item.VariantId], now))];
    }

    /// <summary>Lists with the pictures of their newest things.</summary>
    public async Task<IReadOnlyList<WishlistView>> Overview(IReadOnlyList<Wishlist> lists, CancellationToken cancel)
    {
        var newest = await db.Query(
            $"""
            select list.id, i.variant_id from unnest({lists.Select(list => list.Id.Value).ToArray()}) as list (id)
            cross join lateral (
              select variant_id, created_at, id from carts.wishlist_items where wishlist_id = list.id
              order by created_at desc, id desc limit {Pictures}) i
            order by i.created_at desc, i.id desc
            """,
            row => (List: row.Id<WishlistKind>(0), Variant: row.Id<Contracts.Kinds.Variant>(1)),
            cancel);
        var variants = await catalog.Variants([.. newest.Select(item => item.Variant).Distinct()], cancel);
        var pictures = newest.ToLookup(item => item.List, item => variants[item.Variant].ImageUrl);
        return [.. lists.Select(list => WishlistView.Of(list, [.. pictures[list.Id].OfType<string>()]))];
    }

    public async Task<WishlistView> Overview(Wishlist list, CancellationToken cancel) => (await Overview([list], cancel))[0];
}
