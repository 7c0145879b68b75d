using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Npgsql;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Staff;

/// <summary>An order in the list of staff.</summary>
internal sealed record StaffOrderItem(
    OrderId Id, string Number, OrderStatus Status, PaymentStatus PaymentStatus, DateTimeOffset PlacedAt, Money Total, int ItemCount,
    IReadOnlyList<string> ImageUrls, string Email, string? CustomerName, string Country, IReadOnlyList<string> Tags, int Notes);

/// <summary>A page of orders. Beyond 10,000 they are not counted: <c>total</c> is 10,000 then, and <c>more</c> true.</summary>
internal sealed record OrderPage(IReadOnlyList<StaffOrderItem> Items, int Page, int PageSize, long Total)
    : Paged<StaffOrderItem>(Items, Page, PageSize, Total)
{
    /// <summary>There are more than were counted.</summary>
    public bool More { get; init; }

    /// <summary>The cursor of the next page; null at the end.</summary>
    public string? Next { get; init; }
}

/// <summary>Reads orders for lists: page by page along an index, never counting a million rows.</summary>
internal static class OrderListPage
{
    public const int MostCounted = 10_000;
    private const int Pictures = 3;

    public static async Task<long> Count(Database db, OrderFilter filter, Guid[]? found, CancellationToken cancel) => await db.Row(
        $"select count(*) from (select 1 from {Tables(filter, OrderSort.Newest)} where {filter.Conditions(found)} limit {MostCounted + 1}) n",
        row => row.GetInt64(0), cancel);

    /// <summary>The orders that fit, from a place in the list on.</summary>
    /// <param name="db">The database.</param>
    /// <param name="filter">Which.</param>
    /// <param name="found">Those that have the words looked for.</param>
    /// <param name="sort">What comes first.</param>
    /// <param name="place">After which order, or how many to pass over.</param>
    /// <param name="limit">How many.</param>
    /// <param name="cancel">Ends it.</param>
    public static Task<List<StaffOrderItem>> Items(
        Database db, OrderFilter filter, Guid[]? found, OrderSort sort, Place place, int limit, CancellationToken cancel) => db.Query(
        $"""
        select o.id, o.number, o.status, o.payment_status, o.placed_at, o.total_minor, o.currency, l.units, l.images, o.email, o.name,
          coalesce(o.shipping_address ->> 'country', ''), array(select tag from orders.order_tags t where t.order_id = o.id order by tag),
          (select count(*)::int from orders.order_notes n where n.order_id = o.id)
        from ({Select(filter, found, sort, place, limit)}) o
        cross join lateral (
          select sum(quantity)::int as units, array_remove(array_agg(image_url order by position), null) as images
          from orders.order_lines where order_id = o.id) l
        order by {sort.Outer}
        """, Read, cancel);

    /// <summary>The page's orders as SQL; tests look at its plan.</summary>
    internal static SqlText Select(OrderFilter filter, Guid[]? found, OrderSort sort, Place place, int limit)
    {
        var inSearch = UsesSearch(filter, sort);
        SqlText after = place.After is { } cursor ? sort.After(cursor, inSearch) : SqlText.Empty;
        SqlText sql = $"""
            select o.* from {Tables(filter, sort)} where {filter.Conditions(found)} {after}
            order by {sort.Inner(inSearch)} limit {limit} offset {place.Offset}
            """;
        return sql;
    }

    private static bool UsesSearch(OrderFilter filter, OrderSort sort) => filter.NeedsSearch || sort.ByTotal;

    private static SqlText Tables(OrderFilter filter, OrderSort sort)
    {
        SqlText both = $"orders.order_search s join orders.orders o on o.id = s.order_id";
        SqlText orders = $"orders.orders o";
        return UsesSearch(filter, sort) ? both : orders;
    }

    private static StaffOrderItem Read(NpgsqlDataReader row) => new(
        row.Id<Contracts.Kinds.Order>(0), row.GetString(1), Words.Parse<OrderStatus>(row.GetString(2)),
        Words.Parse<PaymentStatus>(row.GetString(3)), row.Instant(4), row.Money(5, 6), row.GetInt32(7),
        [.. row.GetFieldValue<string[]>(8).Distinct(StringComparer.Ordinal).Take(Pictures)], row.GetString(9), row.GetString(10),
        row.GetString(11), row.GetFieldValue<string[]>(12), row.GetInt32(13));
}

/// <summary>Where a page begins.</summary>
internal readonly record struct Place(int Offset, Cursor? After)
{
    public static Place Start => default;
}

/// <summary>The last order of a page: what it was sorted by, and its id.</summary>
internal sealed record Cursor(long Value, Guid Id)
{
    public override string ToString() => Base64Url.EncodeToString(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Value}.{Id:N}")));

    public static Cursor? Parse(string text)
    {
        Span<byte> bytes = stackalloc byte[100];
        if (text.Length > 100 || !Base64Url.TryDecodeFromChars(text, bytes, out var length))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(bytes[..length]).Split('.');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value is >= 0 and < 4_000_000_000_000_000 && Guid.TryParseExact(parts[1], "N", out var id) ? new(value, id) : null;
    }
}

/// <summary>What comes first in a list.</summary>
internal sealed record OrderSort(bool ByTotal, bool Descending)
{
    public static OrderSort Newest { get; } = new(false, true);

    public static OrderSort Of(string word) => word switch
    {
        "placedAt" => new(false, false),
        "total" => new(true, false),
        "-total" => new(true, true),
        _ => Newest,
    };

    public SqlText Outer => Inner(false);

    // The columns of the table the list is walked along, so that its index gives the order.
    public SqlText Inner(bool inSearch) => (ByTotal, Descending, inSearch) switch
    {
        (false, true, true) => Sql($"s.placed_at desc, s.order_id desc"),
        (false, true, false) => Sql($"o.placed_at desc, o.id desc"),
        (false, false, true) => Sql($"s.placed_at, s.order_id"),
        (false, false, false) => Sql($"o.placed_at, o.id"),
        (true, true, true) => Sql($"s.total_minor desc, s.order_id desc"),
        (true, true, false) => Sql($"o.total_minor desc, o.id desc"),
        (true, false, true) => Sql($"s.total_minor, s.order_id"),
        (true, false, false) => Sql($"o.total_minor, o.id"),
    };

    public SqlText After(Cursor cursor, bool inSearch)
    {
        var at = DateTimeOffset.UnixEpoch.AddTicks(cursor.Value * TimeSpan.TicksPerMicrosecond);
        return (ByTotal, Descending, inSearch) switch
        {
            (false, true, true) => Sql($"and (s.placed_at, s.order_id) < ({at}, {cursor.Id})"),
            (false, true, false) => Sql($"and (o.placed_at, o.id) < ({at}, {cursor.Id})"),
            (false, false, true) => Sql($"and (s.placed_at, s.order_id) > ({at}, {cursor.Id})"),
            (false, false, false) => Sql($"and (o.placed_at, o.id) > ({at}, {cursor.Id})"),
            (true, true, _) => Sql($"and (s.total_minor, s.order_id) < ({cursor.Value}, {cursor.Id})"),
            (true, false, _) => Sql($"and (s.total_minor, s.order_id) > ({cursor.Value}, {cursor.Id})"),
        };
    }

    public Cursor CursorOf(StaffOrderItem item) => new(
        ByTotal ? item.Total.Minor : (item.PlacedAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond, item.Id.Value);

    private static SqlText Sql(SqlText text) => text;
}
