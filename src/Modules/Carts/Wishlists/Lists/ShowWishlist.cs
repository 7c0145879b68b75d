using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Wishlists.Lists;

/// <summary>A list with a page of what is on it.</summary>
internal static class ShowWishlist
{
    internal static async Task<IResult> Handle(
        WishlistId id, PageQuery page, Caller caller, WishlistReader reader, CancellationToken cancel)
    {
        var found = await reader.Find(id, caller.UserId!.Value, cancel);
        Outcome<WishlistPage> shown = found.Try(out var list, out var refusal) ? await reader.Show(list, page, cancel) : refusal;
        return shown.Ok();
    }
}
