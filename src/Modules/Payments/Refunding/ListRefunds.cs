using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Refunding;

/// <summary>An order's refunds, those that failed among them, and what can still go back.</summary>
internal static class ListRefunds
{
    /// <param name="Items">Oldest first.</param>
    internal sealed record RefundsOfOrder(IReadOnlyList<Refund> Items);

    /// <param name="Id">The refund.</param>
    /// <param name="Amount">What goes back.</param>
    /// <param name="Status">pending, succeeded, failed.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="By">Who decided it.</param>
    /// <param name="Provider">Through whom.</param>
    /// <param name="Error">What the provider said when it refused.</param>
    /// <param name="Tries">How often it was asked.</param>
    /// <param name="At">When it was decided.</param>
    /// <param name="Parts">What it is for; empty: whatever is left, in proportion.</param>
    internal sealed record Refund(
        RefundId Id, Money Amount, string Status, string Reason, string By, string Provider, string? Error, int Tries, DateTimeOffset At,
        IReadOnlyList<Part> Parts);

    /// <param name="Kind">line, shipping.</param>
    /// <param name="LineId">Which line.</param>
    /// <param name="Quantity">Units of it.</param>
    /// <param name="Minor">Minor units of the refund's currency.</param>
    internal sealed record Part(string Kind, OrderLineId? LineId, int? Quantity, long Minor);

    internal static async Task<IResult> Handle(OrderId id, Database db, CancellationToken cancel) =>
        Results.Json(new RefundsOfOrder(await Read(db, id, cancel)), ApiJson.Options);

    public static Task<List<Refund>> Read(Database db, OrderId order, CancellationToken cancel) => db.Query(
        $"""
        select r.id, r.amount_minor, r.currency, r.status, r.reason, r.by_whom, a.provider, r.error, r.tries, r.created_at,
          coalesce((
            select jsonb_agg(jsonb_build_object('kind', p.kind, 'lineId', p.order_line_id, 'quantity', p.quantity, 'minor', p.amount_minor)
              order by p.kind, p.order_line_id)
            from payments.refund_parts p where p.refund_id = r.id), '[]')::text
        from payments.refunds r join payments.payment_attempts a on a.id = r.attempt_id
        where r.order_id = {order} order by r.created_at, r.id
        """,
        row => new Refund(
            row.Id<Contracts.Kinds.Refund>(0), row.Money(1, 2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6),
            row.TextOrNull(7), row.GetInt32(8), row.Instant(9), row.Json<List<Part>>(10)),
        cancel);
}
