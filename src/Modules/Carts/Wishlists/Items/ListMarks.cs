using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Wishlists.Items;

/// <summary>
/// What hearts need to know, in one answer for a whole page of products: what is on the default list (500 at most, by its bound), and how
/// much is on all lists together.
/// </summary>
internal static class ListMarks
{
    internal sealed record Mark(WishlistItemId ItemId, ProductId ProductId, VariantId VariantId);

    internal sealed record Marks(WishlistId? DefaultId, int Total, IReadOnlyList<Mark> Items);

    internal static async Task<IResult> Handle(Caller caller, Database db, CancellationToken cancel)
    {
        var user = caller.UserId!.Value;
        var (id, total) = await db.Row(
            $"""
            select (select id from carts.wishlists where user_id = {user} and is_default), count(i.id)::int
            from carts.wishlists w join carts.wishlist_items i on i.wishlist_id = w.id where w.user_id = {user}
            """,
            row => (row.IdOrNull<WishlistKind>(0), row.GetInt32(1)),
            cancel);
        var items = await db.Query(
            $"""
            select id, product_id, variant_id from carts.wishlist_items where wishlist_id = {id}::uuid
            order by created_at desc, id desc limit {Wishlist.MaxItems}
            """,
            row => new Mark(row.Id<WishlistItemKind>(0), row.Id<Contracts.Kinds.Product>(1), row.Id<Contracts.Kinds.Variant>(2)),
            cancel);
        Outcome<Marks> marks = new Marks(id, total, items);
        return marks.Ok();
    }
}
