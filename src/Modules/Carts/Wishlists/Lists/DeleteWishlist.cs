using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Wishlists.Lists;

/// <summary>Deletes a list and all that is on it. Its link dies with it.</summary>
internal static class DeleteWishlist
{
    internal static async Task<IResult> Handle(WishlistId id, Caller caller, Database db, CancellationToken cancel)
    {
        var deleted = await db.Write<Done>(
            "wishlists.delete",
            async tx => await tx.Execute($"delete from carts.wishlists where id = {id} and user_id = {caller.UserId}") == 1
                ? Done.Value
                : WishlistRefusals.NotFound.Refuse(),
            cancel);
        return deleted.NoContent();
    }
}
