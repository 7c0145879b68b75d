using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Wishlists;

/// <summary>Wishlists in the database. A customer reaches their own; to others they are not there.</summary>
internal static class WishlistRows
{
    public static Task<Wishlist?> FindWishlist(this Database db, WishlistId id, UserId user, CancellationToken cancel) =>
        db.Row($"select {Wishlist.Columns} from carts.wishlists w where w.id = {id} and w.user_id = {user}", Wishlist.Read, cancel);

    public static Task<Wishlist?> FindWishlist(this Tx tx, WishlistId id, UserId user) =>
        tx.Row($"select {Wishlist.Columns} from carts.wishlists w where w.id = {id} and w.user_id = {user}", Wishlist.Read);

    /// <summary>Makes two requests of one customer that could both make a list wait for each other.</summary>
    public static void LockWishlistsOf(this Tx tx, UserId user) =>
        tx.Queue($"select pg_advisory_xact_lock(hashtextextended({"wishlists of " + user}, 0))");

    /// <summary>
    /// Locks the list, so that what is counted on it stays so, and notes that it changed. False: it is not there, or not the customer's.
    /// </summary>
    public static async Task<bool> LockWishlist(this Tx tx, WishlistId id, UserId user) =>
        await tx.Execute($"update carts.wishlists set updated_at = {tx.Now} where id = {id} and user_id = {user}") == 1;

    /// <summary>The customer's default list, made now when they have none.</summary>
    public static async Task<Outcome<WishlistId>> DefaultWishlist(this Tx tx, UserId user)
    {
        if (await FindDefault(tx, user) is { } found)
        {
            return found;
        }

        tx.LockWishlistsOf(user);
        return await FindDefault(tx, user) is { } meanwhile
            ? meanwhile
            : (await tx.InsertWishlist(user, Wishlist.DefaultName)).Then(list => list.Id);
    }

    /// <summary>
    /// Another list, the default one if there is none. Call <see cref="LockWishlistsOf"/> first: the number of lists is bounded.
    /// </summary>
    public static async Task<Outcome<Wishlist>> InsertWishlist(this Tx tx, UserId user, string name)
    {
        var made = await tx.Row(
            $"""
            insert into carts.wishlists as w (id, user_id, name, is_default, notify, created_at, updated_at)
            select {WishlistId.New()}, {user}, {name}, not exists (select from carts.wishlists where user_id = {user} and is_default), true,
              {tx.Now}, {tx.Now}
            where (select count(*) from carts.wishlists where user_id = {user}) < {Wishlist.MaxLists}
            returning {Wishlist.Columns}
            """,
            Wishlist.Read);
        return made is null ? WishlistRefusals.TooMany.With("limit", Wishlist.MaxLists) : made;
    }

    /// <summary>A page of what is on a list, newest first.</summary>
    public static Task<List<WishlistItem>> ItemsOf(this Database db, WishlistId list, int offset, int limit, CancellationToken cancel) =>
        db.Query(
            $"""
            select {WishlistItem.Columns} from carts.wishlist_items i where i.wishlist_id = {list}
            order by i.created_at desc, i.id desc limit {limit} offset {offset}
            """,
            WishlistItem.Read,
            cancel);

    /// <summary>The item, if it is on this list of the customer's.</summary>
    public static Task<WishlistItem?> FindItem(
        this Database db, WishlistId list, WishlistItemId item, UserId user, CancellationToken cancel) =>
        db.Row(
            $"""
            select {WishlistItem.Columns} from carts.wishlist_items i join carts.wishlists w on w.id = i.wishlist_id
            where i.id = {item} and w.id = {list} and w.user_id = {user}
            """,
            WishlistItem.Read,
            cancel);

    private static Task<WishlistId?> FindDefault(Tx tx, UserId user) => tx.Row(
        $"select id from carts.wishlists where user_id = {user} and is_default", row => (WishlistId?)row.Id<WishlistKind>(0));
}
