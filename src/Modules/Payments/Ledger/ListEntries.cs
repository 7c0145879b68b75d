using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Ledger;

/// <summary>The entries of an account, newest first. Pages begin after an entry, so they hold still while postings come.</summary>
internal static class ListEntries
{
    private const int PageSize = 50;

    /// <param name="Id">The entry.</param>
    /// <param name="At">When it was booked.</param>
    /// <param name="Kind">capture, refund, fee.</param>
    /// <param name="Account">The account's code.</param>
    /// <param name="Amount">What it gained, or below nothing gave.</param>
    /// <param name="OrderId">The order it is about.</param>
    /// <param name="OrderNumber">As people know it.</param>
    /// <param name="Posting">Entries of one posting add up to nothing.</param>
    internal sealed record Entry(
        Guid Id, DateTimeOffset At, string Kind, string Account, Money Amount, OrderId OrderId, string OrderNumber, Guid Posting);

    /// <param name="Items">At most 50.</param>
    /// <param name="Next">Begins the next page; null on the last.</param>
    internal sealed record Page(IReadOnlyList<Entry> Items, string? Next);

    internal static async Task<IResult> Handle(HttpContext http, Database db, IOrdersToBook orders, CancellationToken cancel)
    {
        var (query, faults) = (http.Request.Query, new Faults());
        var account = QueryValues.Text(query, "account", 60, faults);
        var currency = QueryValues.Text(query, "currency", 3, faults);
        var from = LedgerQuery.Instant(query, "from", faults);
        var to = LedgerQuery.Instant(query, "to", faults);
        var text = QueryValues.Text(query, "after", 40, faults);
        faults.Unless(text is null || Guid.TryParse(text, out _), "after", "must be what the page before answered as next");
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        // Entries' ids tell time, so they are the key of the page too.
        Guid? after = text is null ? null : Guid.Parse(text);
        var rows = await db.Query(
            $"""
            select e.id, t.at, t.kind, a.code, e.amount_minor, e.currency, t.order_id, t.id
            from payments.ledger_entries e join payments.ledger_accounts a on a.id = e.account_id
            join payments.ledger_transactions t on t.id = e.transaction_id
            where ({account}::text is null or a.code = {account}) and ({currency}::text is null or e.currency = {currency})
              and ({from}::timestamptz is null or t.at >= {from}) and ({to}::timestamptz is null or t.at < {to})
              and ({after}::uuid is null or e.id < {after})
            order by e.id desc limit {PageSize + 1}
            """,
            row => new Entry(
                row.GetGuid(0), row.Instant(1), row.GetString(2), row.GetString(3), row.Money(4, 5), row.Id<Contracts.Kinds.Order>(6), "",
                row.GetGuid(7)),
            cancel);
        var items = rows.Take(PageSize).ToList();
        var numbers = await orders.NumbersOf([.. items.Select(entry => entry.OrderId).Distinct()], cancel);
        var page = new Page(
            items.ConvertAll(entry => entry with { OrderNumber = numbers.GetValueOrDefault(entry.OrderId, "") }),
            rows.Count > PageSize ? items[^1].Id.ToString() : null);
        return Results.Json(page, ApiJson.Options);
    }
}
