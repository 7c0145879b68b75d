using Microsoft.Extensions.Options;
using Npgsql;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Data;
using Tradepost.Platform.Jobs;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Wishlists.News;

/// <summary>
/// Looks through the lists a changed product is on, a page of items in a transaction, and notes what their owners are to be told. How far
/// it got stands in the row that it holds meanwhile, so that nodes share the work and one that dies loses a page at most.
/// </summary>
internal sealed class CheckWishes(Database db, ICatalog catalog, IOptions<WishlistOptions> options) : IPeriodicJob
{
    private const int PageSize = 500;
    private const int MostPages = 200;

    public string Name => "wishlists.check";

    public TimeSpan Every => TimeSpan.FromSeconds(3);

    private sealed record Check(Guid Id, ProductId ProductId, VariantId? VariantId, DateTimeOffset? CameBackAt, Guid? LastItem);

    private sealed record Wish(
        WishlistItemId Id, VariantId VariantId, long Added, long Watched, Currency Currency, UserId UserId, bool Notify);

    private sealed record Fresh(WishlistItemId ItemId, UserId UserId, string Kind, long? FromMinor);

    public async Task<int> Run(CancellationToken cancel)
    {
        var looked = 0;
        for (var page = 0; page < MostPages; page++)
        {
            var count = (await db.Write<int?>("wishlists.check", LookAtPage, cancel)).Value;
            if (count is null)
            {
                break;
            }

            looked += count.Value;
        }

        return looked;
    }

    // Null: nothing is due.
    private async Task<Outcome<int?>> LookAtPage(Tx tx)
    {
        var check = await tx.Row(
            $"""
            select id, product_id, variant_id, came_back_at, last_item from carts.wishlist_checks where due_at <= {tx.Now}
            order by due_at, id limit 1 for update skip locked
            """,
            ReadCheck);
        if (check is null)
        {
            return (int?)null;
        }

        var wishes = await Page(tx, check);
        var news = check.CameBackAt is null ? await Prices(tx, wishes) : Back(tx, check, wishes);
        Note(tx, news);
        SqlText done = $"delete from carts.wishlist_checks where id = {check.Id}";
        SqlText further = $"update carts.wishlist_checks set last_item = {wishes.LastOrDefault()?.Id} where id = {check.Id}";
        tx.Queue(wishes.Count < PageSize ? done : further);
        return wishes.Count;
    }

    private static Task<List<Wish>> Page(Tx tx, Check check)
    {
        SqlText which = check.CameBackAt is { } at
            ? (SqlText)$"i.variant_id = {check.VariantId} and i.created_at < {at}"
            : $"i.product_id = {check.ProductId}";
        SqlText further = check.LastItem is { } last ? (SqlText)$"and i.id > {last}" : SqlText.Empty;
        return tx.Query(
            $"""
            select i.id, i.variant_id, i.added_minor, i.watched_minor, i.currency, w.user_id, w.notify
            from carts.wishlist_items i join carts.wishlists w on w.id = i.wishlist_id
            where {which} {further} order by i.id limit {PageSize} for no key update of i
            """,
            row => new Wish(
                row.Id<WishlistItemKind>(0), row.Id<Contracts.Kinds.Variant>(1), row.GetInt64(2), row.GetInt64(3),
                Currency.Of(row.GetString(4)), row.Id<Platform.Access.User>(5), row.GetBoolean(6)));
    }

    private async Task<List<Fresh>> Prices(Tx tx, List<Wish> wishes)
    {
        var variants = await catalog.Variants([.. wishes.Select(wish => wish.VariantId).Distinct()], tx.Cancel);
        var (news, moved) = (new List<Fresh>(), new List<(Wish Wish, Money Price, long Watched)>());
        foreach (var wish in wishes)
        {
            var variant = variants[wish.VariantId];
            var look = Watch.At(wish.Watched, wish.Added, variant.Price.Minor);
            if (variant.Price.Currency != wish.Currency)
            {
                moved.Add((wish, variant.Price, variant.Price.Minor)); // prices of two currencies can't be compared: it begins anew
            }
            else if (variant.Purchasable && look.Watched != wish.Watched)
            {
                moved.Add((wish, new(wish.Added, wish.Currency), look.Watched));
                if (look.DropFrom is { } from && wish.Notify)
                {
                    news.Add(new(wish.Id, wish.UserId, NewsKinds.PriceDrop, from));
                }
            }
        }

        tx.Queue(
            $"""
            update carts.wishlist_items i set added_minor = seen.added, watched_minor = seen.watched, currency = seen.currency,
              updated_at = {tx.Now}
            from unnest(
              {moved.Select(it => it.Wish.Id.Value).ToArray()}, {moved.Select(it => it.Price.Minor).ToArray()},
              {moved.Select(it => it.Watched).ToArray()}, {moved.Select(it => it.Price.Currency.Code).ToArray()})
              as seen (id, added, watched, currency)
            where i.id = seen.id
            """);
        return news;
    }

    private static List<Fresh> Back(Tx tx, Check check, List<Wish> wishes)
    {
        tx.Queue(
            $"""
            update carts.wishlist_items set back_at = {check.CameBackAt}, updated_at = {tx.Now}
            where id = any ({wishes.Select(wish => wish.Id).Guids()})
            """);
        return [.. wishes.Where(wish => wish.Notify).Select(wish => new Fresh(wish.Id, wish.UserId, NewsKinds.BackInStock, null))];
    }

    // Readers first, in order: whoever is told just now holds their row, and only then their news.
    private void Note(Tx tx, List<Fresh> news)
    {
        if (news.Count == 0)
        {
            return;
        }

        tx.Queue(
            $"""
            insert into carts.wishlist_readers as r (user_id, due_at, created_at, updated_at)
            select id, {tx.Now + options.Value.Gather}, {tx.Now}, {tx.Now}
            from unnest({news.Select(it => it.UserId).Distinct().Guids()}) as id order by id
            on conflict (user_id) do update
              set due_at = coalesce(r.due_at, greatest(excluded.due_at, r.told_at + {options.Value.Rest})), updated_at = excluded.updated_at
            """);
        tx.Queue(
            $"""
            insert into carts.wishlist_news (id, item_id, user_id, kind, from_minor, created_at)
            select gen_random_uuid(), fresh.item, fresh.reader, fresh.kind, nullif(fresh.price, -1), {tx.Now}
            from unnest(
              {news.Select(it => it.ItemId.Value).ToArray()}, {news.Select(it => it.UserId.Value).ToArray()},
              {news.Select(it => it.Kind).ToArray()}, {news.Select(it => it.FromMinor ?? -1).ToArray()})
              as fresh (item, reader, kind, price)
            on conflict (item_id, kind) do nothing
            """);
    }

    private static Check ReadCheck(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.Id<Contracts.Kinds.Product>(1), row.IdOrNull<Contracts.Kinds.Variant>(2), row.InstantOrNull(3),
        row.IsDBNull(4) ? null : row.GetGuid(4));
}

/// <summary>What news there can be of a thing on a list.</summary>
internal static class NewsKinds
{
    public const string PriceDrop = "priceDrop";
    public const string BackInStock = "backInStock";
}
