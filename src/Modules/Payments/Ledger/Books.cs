using Tradepost.Contracts.Orders;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Ledger;

/// <summary>Where an order's money stands in the books. Whoever reads it to move it holds the order's payment.</summary>
internal sealed class Books(Database db, IOrdersToBook orders)
{
    /// <summary>The order and what is held of each of its parts.</summary>
    public async Task<(OrderToBook Order, Position Position)> Of(Tx tx, OrderId order)
    {
        var held = tx.Later(
            $"""
            select kind, order_line_id, sum(amount_minor)::bigint from payments.ledger_shares where order_id = {order}
            group by kind, order_line_id
            """,
            row => (Key: new ShareKey(Words.Parse<ShareKind>(row.GetString(0)), row.IdOrNull<Contracts.Kinds.OrderLine>(1)),
                Amount: row.GetInt64(2)));
        var found = await orders.Find(order, new Reads(db, tx)) ?? throw new InvalidOperationException($"There is no order {order}.");
        return (found, Position.Of(found, (await held.Rows()).ToDictionary(row => row.Key, row => row.Amount)));
    }

    /// <summary>Books money that came, and what the provider kept of it.</summary>
    public async Task Captured(Tx tx, Attempt attempt)
    {
        var (_, position) = await Of(tx, attempt.OrderId);
        Posting.Capture(attempt.Id, attempt.OrderId, attempt.Provider, attempt.Captured, position).Write(tx);
        if (attempt.Fee is { } fee)
        {
            Fee(tx, attempt, fee);
        }
    }

    /// <summary>Books what the provider kept, told after the capture.</summary>
    public static void Fee(Tx tx, Attempt attempt, Money fee)
    {
        if (!fee.IsZero)
        {
            Posting.Fee(attempt.Id, attempt.OrderId, attempt.Provider, fee).Write(tx);
        }
    }
}
