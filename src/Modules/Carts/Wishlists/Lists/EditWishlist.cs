using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Wishlists.Lists;

/// <summary>Renames a list, switches its mails on or off, makes it the default one. What is absent stays.</summary>
internal static class EditWishlist
{
    internal sealed record Request(string? Name, bool? Notify, bool? IsDefault) : IChecked
    {
        public void Check(Faults faults)
        {
            if (Name is not null)
            {
                faults.Text("name", Name, Wishlist.MaxName);
            }

            faults.Unless(IsDefault is not false, "isDefault", "can only become true: make another list the default one");
        }
    }

    internal static async Task<IResult> Handle(
        WishlistId id, Body<Request> body, Caller caller, Database db, WishlistReader reader, CancellationToken cancel)
    {
        var edited = await db.Write("wishlists.edit", tx => Edit(tx, id, caller.UserId!.Value, body.Value), cancel);
        Outcome<WishlistView> shown = edited.Try(out var list, out var refusal) ? await reader.Overview(list, cancel) : refusal;
        return shown.Ok();
    }

    private static async Task<Outcome<Wishlist>> Edit(Tx tx, WishlistId id, UserId user, Request request)
    {
        tx.LockWishlistsOf(user);
        if (!await tx.LockWishlist(id, user))
        {
            return WishlistRefusals.NotFound.Refuse();
        }

        if (request.IsDefault is true)
        {
            tx.Queue($"update carts.wishlists set is_default = false where user_id = {user} and is_default and id <> {id}");
        }

        tx.Queue(
            $"""
            update carts.wishlists set name = coalesce({request.Name?.Trim()}::text, name),
              notify = coalesce({request.Notify}::boolean, notify), is_default = is_default or {request.IsDefault is true}
            where id = {id}
            """);
        return (await tx.FindWishlist(id, user))!;
    }
}
