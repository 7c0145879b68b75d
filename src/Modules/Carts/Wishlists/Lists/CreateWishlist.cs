using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Carts.Wishlists.Lists;

/// <summary>Another list. A customer's first is their default.</summary>
internal static class CreateWishlist
{
    internal sealed record Request(string? Name) : IChecked
    {
        public void Check(Faults faults) => faults.Text("name", Name, Wishlist.MaxName);
    }

    internal static async Task<IResult> Handle(Body<Request> body, Caller caller, Database db, CancellationToken cancel)
    {
        var made = await db.Write(
            "wishlists.create",
            async tx =>
            {
                tx.LockWishlistsOf(caller.UserId!.Value);
                return await tx.InsertWishlist(caller.UserId.Value, body.Value.Name!.Trim());
            },
            cancel);
        return made.Then(list => WishlistView.Of(list, [])).Created(list => $"/api/v1/wishlists/{list.Id}");
    }
}
