using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Wishlists.Lists;

/// <summary>The customer's lists, the default one first, then by age.</summary>
internal static class ListWishlists
{
    internal static async Task<IResult> Handle(
        PageQuery page, Caller caller, Database db, WishlistReader reader, CancellationToken cancel)
    {
        var user = caller.UserId!.Value;
        var total = await db.Row($"select count(*) from carts.wishlists where user_id = {user}", row => row.GetInt64(0), cancel);
        var lists = await db.Query(
            $"""
            select {Wishlist.Columns} from carts.wishlists w where w.user_id = {user}
            order by w.is_default desc, w.created_at, w.id limit {page.PageSize} offset {page.Offset}
            """,
            Wishlist.Read,
            cancel);
        Outcome<Paged<WishlistView>> found =
            new Paged<WishlistView>(await reader.Overview(lists, cancel), page.Page, page.PageSize, total);
        return found.Ok();
    }
}
