using Tradepost.Contracts.Returns;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Returns;

/// <summary>Returns as other modules use them.</summary>
internal sealed class ReturnBook(Database db) : IReturns
{
    public async Task<IReadOnlyList<ReturnOfOrder>> Of(OrderId order, CancellationToken cancel) => await db.Query(
        $"""
        select id, number, kind, status, requested_at, refund_minor, currency,
          (select jsonb_agg(jsonb_build_object(
             'lineId', l.order_line_id, 'name', l.name, 'quantity', l.quantity, 'reason', l.reason) order by l.position)
           from returns.return_lines l where l.return_id = r.id)::text
        from returns.returns r where order_id = {order} order by requested_at, id
        """,
        row => new ReturnOfOrder(
            row.Id<Contracts.Kinds.Return>(0), row.GetString(1), Words.Parse<ReturnKind>(row.GetString(2)),
            Words.Parse<ReturnStatus>(row.GetString(3)), row.Instant(4), row.MoneyOrNull(5, 6), row.Json<List<ReturnedUnits>>(7)), cancel);
}
