using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Carts.Wishlists.Items;

/// <summary>Takes something off a list.</summary>
internal static class RemoveItem
{
    internal static async Task<IResult> Handle(
        WishlistId id, WishlistItemId itemId, Caller caller, Database db, CancellationToken cancel) =>
        (await db.Write("wishlists.remove_item", tx => tx.TakeItem(id, itemId, caller.UserId!.Value), cancel)).NoContent();
}
