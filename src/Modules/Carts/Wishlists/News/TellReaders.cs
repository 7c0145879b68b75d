using Tradepost.Carts.Wishlists.Sharing;
using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Identity;
using Tradepost.Contracts.Inventory;
using Tradepost.Platform.Data;
using Tradepost.Platform.Jobs;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Wishlists.News;

/// <summary>
/// Tells customers what there is to tell, each in one mail and one transaction: their news go, and the mail with them is on its way, or
/// neither. What is no longer true by then (sold out again, dearer again) is left out.
/// </summary>
internal sealed class TellReaders(Database db, ICatalog catalog, IInventory inventory, IUsers users) : IPeriodicJob
{
    private const int MostReaders = 500;
    private const int MostItems = 20;

    public string Name => "wishlists.tell";

    public TimeSpan Every => TimeSpan.FromSeconds(3);

    private sealed record Piece(string Kind, VariantId VariantId, Money? From, string ListName);

    public async Task<int> Run(CancellationToken cancel)
    {
        var told = 0;
        for (var turn = 0; turn < MostReaders && (await db.Write<bool>("wishlists.tell", TellNext, cancel)).Value; turn++)
        {
            told++;
        }

        return told;
    }

    // False: nobody is due.
    private async Task<Outcome<bool>> TellNext(Tx tx)
    {
        var reader = await tx.Row(
            $"""
            select user_id from carts.wishlist_readers where due_at <= {tx.Now}
            order by due_at, user_id limit 1 for update skip locked
            """,
            row => (UserId?)row.Id<Platform.Access.User>(0));
        if (reader is not { } user)
        {
            return false;
        }

        var items = await StillTrue(await Pieces(tx, user), tx.Cancel);
        tx.Queue($"delete from carts.wishlist_news where user_id = {user}");
        var person = (await users.People([user], tx.Cancel)).GetValueOrDefault(user);
        var tell = items.Count > 0 && person is { EmailConfirmed: true, Disabled: false };
        if (tell)
        {
            Send(tx, user, person!, items);
        }

        tx.Queue(
            $"""
            update carts.wishlist_readers set due_at = null, told_at = case when {tell} then {tx.Now} else told_at end,
              updated_at = {tx.Now}
            where user_id = {user}
            """);
        return true;
    }

    private static Task<List<Piece>> Pieces(Tx tx, UserId user) => tx.Query(
        $"""
        select n.kind, i.variant_id, n.from_minor, i.currency, w.name
        from carts.wishlist_news n join carts.wishlist_items i on i.id = n.item_id join carts.wishlists w on w.id = i.wishlist_id
        where n.user_id = {user} and w.notify order by n.created_at, n.id
        """,
        row => new Piece(row.GetString(0), row.Id<Contracts.Kinds.Variant>(1), row.MoneyOrNull(2, 3), row.GetString(4)));

    private async Task<List<WishlistNewsItem>> StillTrue(List<Piece> pieces, CancellationToken cancel)
    {
        var ids = pieces.Select(piece => piece.VariantId).Distinct().ToArray();
        var (variants, available) = (await catalog.Variants(ids, cancel), await inventory.Available(ids, cancel));
        return [.. pieces.DistinctBy(piece => (piece.Kind, piece.VariantId)) // on two lists it is still one thing to tell
            .Where(piece => IsTrue(piece.From, variants[piece.VariantId], available[piece.VariantId]))
            .Select(piece => Item(piece, variants[piece.VariantId]))];
    }

    /// <summary>
    /// Whether it can be said of the variant now: that it costs less than <paramref name="from"/>, or (null) that it is there.
    /// </summary>
    internal static bool IsTrue(Money? from, VariantInfo variant, int available) => variant.Purchasable
        && (from is { } price
            ? price.Currency == variant.Price.Currency && Watch.IsDrop(price.Minor, variant.Price.Minor)
            : available > 0);

    private static WishlistNewsItem Item(Piece piece, VariantInfo variant) => new(
        piece.Kind, variant.FullName, variant.Slug, variant.Options.Count > 0 ? variant.Sku : null, variant.Price, piece.From,
        piece.ListName);

    private static void Send(Tx tx, UserId user, Person person, List<WishlistNewsItem> items)
    {
        var mute = LinkToken.New();
        tx.Queue(
            $"insert into carts.wishlist_mutes (token_hash, user_id, created_at) values ({mute.Hash()}, {user}, {tx.Now})");
        tx.Publish(new WishlistNews(
            Guid.CreateVersion7(), person.Email, person.FirstName, [.. items.Take(MostItems)], Math.Max(0, items.Count - MostItems),
            mute.Text));
    }
}
