using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Refunding;

/// <summary>Refunds other modules ask for, in their transactions.</summary>
internal static class DraftedRefund
{
    public static async Task<Outcome<Money>> Write(Tx tx, IOrders orders, OrderId id, RefundDraft draft)
    {
        if (await orders.LockForPayment(tx, id) is null)
        {
            return OrderErrors.NotFound.Refuse();
        }

        var payment = await LockedPayment.Take(tx, id);
        var left = await Refunds.Left(tx, payment.Id);
        var amount = draft.Amount;
        if (draft.Lines is { Count: > 0 } lines)
        {
            if (!(await orders.TakeForRefund(tx, id, lines)).Try(out var paid, out var refusal))
            {
                return refusal;
            }

            amount = paid;
        }

        return RefundOrder.Decide(amount, payment.Amount.Currency, left).Then(parts =>
        {
            foreach (var (from, part) in parts)
            {
                Refunds.Insert(tx, payment.Id, from, part, draft.Reason, draft.By);
            }

            return parts.Aggregate(Money.Zero(payment.Amount.Currency), (sum, part) => sum + part.Amount);
        });
    }
}
