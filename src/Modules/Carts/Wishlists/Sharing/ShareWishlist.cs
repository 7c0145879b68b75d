using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Wishlists.Sharing;

/// <summary>
/// Makes a link that shows the list to whoever has it. Only its hash is kept, so it is answered this once; sharing again makes another and
/// the one before stops working. Taking it back works at once.
/// </summary>
internal static class ShareWishlist
{
    internal sealed record Link(string Url);

    internal static async Task<IResult> Handle(
        WishlistId id, Caller caller, HttpRequest request, ShopSettings shop, Database db, CancellationToken cancel)
    {
        var token = LinkToken.New();
        var shared = await db.Write<Done>(
            "wishlists.share",
            async tx => await tx.Execute(
                $"""
                update carts.wishlists set share_hash = {token.Hash()}, shared_at = {tx.Now}, updated_at = {tx.Now}
                where id = {id} and user_id = {caller.UserId}
                """) == 1 ? Done.Value : WishlistRefusals.NotFound.Refuse(),
            cancel);
        return shared.Then(_ => new Link($"{ShopAddress.OriginOf(request, shop)}/wishlists/shared/{token.Text}")).Ok();
    }

    /// <summary>Takes the link back. Without one nothing happens.</summary>
    internal static async Task<IResult> Stop(WishlistId id, Caller caller, Database db, CancellationToken cancel)
    {
        var stopped = await db.Write<Done>(
            "wishlists.stop_sharing",
            async tx => await tx.Execute(
                $"""
                update carts.wishlists set share_hash = null, shared_at = null, updated_at = {tx.Now}
                where id = {id} and user_id = {caller.UserId}
                """) == 1 ? Done.Value : WishlistRefusals.NotFound.Refuse(),
            cancel);
        return stopped.NoContent();
    }
}
