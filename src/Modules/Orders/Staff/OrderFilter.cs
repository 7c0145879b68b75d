using Microsoft.AspNetCore.Http;
using Tradepost.Contracts;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Contracts.Shop;
using Tradepost.Orders.Searching;
using Tradepost.Orders.Staff.Tags;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Staff;

/// <summary>Which orders staff want to see.</summary>
internal sealed record OrderFilter
{
    private const long MostTotal = 10_000_000_000;
    private static readonly string[] Statuses = ["", .. Words.All<OrderStatus>()];
    private static readonly string[] PaymentStatuses = ["", .. Words.All<PaymentStatus>()];

    public string? Text { get; private init; }

    public string Status { get; private init; } = "";

    public string Payment { get; private init; } = "";

    public DateTimeOffset? From { get; private init; }

    public DateTimeOffset? Until { get; private init; }

    public string? Country { get; private init; }

    public string? Tag { get; private init; }

    public ProductId? Product { get; private init; }

    public Money? MinTotal { get; private init; }

    public Money? MaxTotal { get; private init; }

    /// <summary>For the API document: what a request may ask for.</summary>
    internal sealed record Query(
        string? Status, string? PaymentStatus, string? Q, string? From, string? To, string? Country, string? Tag, string? Product,
        string? MinTotal, string? MaxTotal, string? Sort, string? After);

    public static OrderFilter Read(IQueryCollection query, ShopFacts shop, Faults faults)
    {
        var status = QueryValues.OneOf(query, "status", faults, Statuses);
        var (from, to) = (QueryValues.Day(query, "from", faults), QueryValues.Day(query, "to", faults));
        var country = QueryValues.Text(query, "country", 2, faults)?.ToUpperInvariant();
        faults.Unless(country is null || Countries.IsKnown(country), "country", "is not an ISO 3166-1 country code");
        var product = QueryValues.Text(query, "product", 40, faults);
        var id = default(ProductId);
        faults.Unless(product is null || ProductId.TryParse(product, null, out id), "product", "is not the id of a product");
        return new()
        {
            Text = QueryValues.Text(query, "q", 200, faults),
            Status = status,
            Payment = QueryValues.OneOf(query, "paymentStatus", faults, PaymentStatuses),
            From = from is { } first ? Start(first) : null,
            Until = to is { } last ? Start(last.AddDays(1)) : null,
            Country = country,
            Tag = OrderTag.Plain(QueryValues.Text(query, "tag", OrderTag.Longest, faults)),
            Product = product is null ? null : id,
            MinTotal = Total(query, "minTotal", shop.Currency, faults),
            MaxTotal = Total(query, "maxTotal", shop.Currency, faults),
        };
    }

    /// <summary>Whether facts are asked for that stand in orders.order_search, called s, and not in orders.orders, called o.</summary>
    public bool NeedsSearch => Country is not null || MinTotal is not null || MaxTotal is not null;

    /// <param name="found">The orders that have the words looked for; null when none are.</param>
    public SqlText Conditions(Guid[]? found)
    {
        List<SqlText> all = [Sql($"true")];
        Add(found is not null, $"o.id = any ({found})");
        Add(Status.Length > 0, $"o.status = {Status}");
        Add(Payment.Length > 0, $"o.payment_status = {Payment}");
        Add(From is not null, $"o.placed_at >= {From}");
        Add(Until is not null, $"o.placed_at < {Until}");
        Add(Country is not null, $"s.country = {Country}");
        Add(Tag is not null, $"exists (select from orders.order_tags t where t.order_id = o.id and t.tag = {Tag})");
        Add(Product is not null, $"exists (select from orders.order_lines l where l.order_id = o.id and l.product_id = {Product?.Value})");
        Add(MinTotal is not null, $"s.currency = {MinTotal?.Currency.Code} and s.total_minor >= {MinTotal?.Minor}");
        Add(MaxTotal is not null, $"s.currency = {MaxTotal?.Currency.Code} and s.total_minor <= {MaxTotal?.Minor}");
        return SqlText.Join(" and ", all);

        void Add(bool wanted, SqlText condition)
        {
            if (wanted)
            {
                all.Add(condition);
            }
        }
    }

    /// <summary>The newest orders that have the words, a number of their own, or the address; null when nothing is looked for.</summary>
    public async Task<Guid[]?> Found(Database db, CancellationToken cancel)
    {
        if (Text is null)
        {
            return null;
        }

        var (query, number) = (SearchWords.Query(Text), Text.ToUpperInvariant());
        var found = await db.Query(
            $"""
            select id from orders.orders where number = {number}
            union
            (select id from orders.orders where lower(email) = lower({Text}) order by placed_at desc limit {OrderListPage.MostCounted})
            union
            (select order_id from orders.order_search where words @@ {query ?? ""}::tsquery
             order by placed_at desc limit {OrderListPage.MostCounted})
            """,
            row => row.GetGuid(0), cancel);
        return [.. found];
    }

    private static Money? Total(IQueryCollection query, string name, Currency currency, Faults faults)
    {
        if (QueryValues.Number(query, name, 0, MostTotal, faults) is not { } major)
        {
            return null;
        }

        for (var i = 0; i < currency.Scale; i++)
        {
            major *= 10;
        }

        faults.Unless(major == decimal.Truncate(major), name, "has more decimals than the currency");
        return new Money((long)decimal.Truncate(major), currency);
    }

    private static DateTimeOffset Start(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static SqlText Sql(SqlText text) => text;
}
