using System.Text.RegularExpressions;
using Tradepost.Platform.Data;
using Tradepost.Platform.Jobs;

namespace Tradepost.Orders.Searching;

/// <summary>
/// Makes orders findable by name, article and the like, a moment after they were placed. By number and by address they are found at once.
/// </summary>
internal sealed partial class IndexOrders(Database db) : IPeriodicJob
{
    private const int BatchSize = 2000;

    public string Name => "orders.index";

    public TimeSpan Every => TimeSpan.FromSeconds(1);

    public async Task<int> Run(CancellationToken cancel)
    {
        var done = 0;
        while (true)
        {
            var written = 0;
            await db.Write("orders.index", async tx => written = await Batch(tx), cancel);
            done += written;
            if (written < BatchSize)
            {
                return done;
            }
        }
    }

    // An order that was a minute in committing is not overlooked. Several nodes may write the same rows: the second does nothing.
    private static async Task<int> Batch(Tx tx)
    {
        tx.CommitLazily();
        var orders = await tx.Query(
            $"""
            select o.id, o.number, o.email, o.name, o.shipping_address ->> 'company', o.shipping_address ->> 'name',
              o.billing_address ->> 'name', (select string_agg(l.sku, ' ') from orders.order_lines l where l.order_id = o.id),
              (select string_agg(e.note, ' ') from orders.order_events e
               where e.order_id = o.id and e.event in ('shipped', 'partlyShipped'))
            from orders.orders o
            where o.placed_at > (select coalesce(max(placed_at), '-infinity') from orders.order_search) - interval '1 minute'
              and not exists (select from orders.order_search s where s.order_id = o.id)
            order by o.placed_at limit {BatchSize}
            """,
            row => (Id: row.GetGuid(0), Texts: Enumerable.Range(1, 8).Select(row.TextOrNull).ToArray()));
        if (orders.Count > 0)
        {
            Write(tx, [.. orders.Select(order => order.Id)], [.. orders.Select(order => Vector(order.Texts))]);
        }

        return orders.Count;
    }

    private static void Write(Tx tx, Guid[] ids, string[] words) => tx.Queue(
        $"""
        insert into orders.order_search (order_id, placed_at, country, currency, total_minor, words)
        select o.id, o.placed_at, o.shipping_address ->> 'country', o.currency, o.total_minor, w.words::tsvector
        from unnest({ids}, {words}) as w (id, words) join orders.orders o on o.id = w.id
        on conflict do nothing
        """);

    /// <summary>Adds words to an order that is findable already: a parcel's number.</summary>
    public static void Add(Tx tx, OrderId order, string text) => tx.Queue(
        $"update orders.order_search set words = words || {Vector(text)}::tsvector where order_id = {order}");

    /// <summary>Texts as the literal of a tsvector.</summary>
    public static string Vector(params IEnumerable<string?> texts) =>
        string.Join(' ', SearchWords.Of([.. texts, .. texts.Select(Glued)]).Select(word => $"'{word}'"));

    // "T-100001" is looked for as "T100001" too.
    private static string? Glued(string? text) => text is { Length: <= 60 } ? Between().Replace(text, "") : null;

    [GeneratedRegex("[-_/. ]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Between();
}
