using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Refunding;

/// <summary>Writes down what is to go back. It is carried out after the transaction, by <see cref="RefundRunner"/>.</summary>
internal static class Refunds
{
    /// <summary>All that is left of an attempt, or of every attempt of the payment.</summary>
    public static async Task Write(Tx tx, PaymentId payment, PaymentAttemptId? attempt, string reason, string by)
    {
        foreach (var left in await Left(tx, payment))
        {
            if (attempt is null || left.Attempt == attempt)
            {
                Insert(tx, payment, left, left.Amount, reason, by);
            }
        }
    }

    /// <summary>Whether the money of this attempt is going back, or went.</summary>
    public static async Task<bool> IsReturned(Tx tx, PaymentAttemptId attempt)
    {
        var found = await tx.Query(
            $"select 1 from payments.refunds where attempt_id = {attempt} and status <> 'failed' limit 1", row => row.GetInt32(0));
        return found.Count > 0;
    }

    /// <summary>What can still go back of each captured attempt, the latest first.</summary>
    public static Task<List<Remainder>> Left(Tx tx, PaymentId payment) => tx.Query(
        $"""
        select a.id, a.order_id, a.captured_minor - coalesce(sum(r.amount_minor) filter (where r.status <> 'failed'), 0)::bigint, a.currency
        from payments.payment_attempts a left join payments.refunds r on r.attempt_id = a.id
        where a.payment_id = {payment} and a.status = 'captured'
        group by a.id
        having a.captured_minor > coalesce(sum(r.amount_minor) filter (where r.status <> 'failed'), 0)
        order by a.seq desc
        """,
        row => new Remainder(row.Id<Contracts.Kinds.PaymentAttempt>(0), row.Id<Contracts.Kinds.Order>(1), row.Money(2, 3)));

    public static RefundId Insert(Tx tx, PaymentId payment, Remainder left, Money amount, string reason, string by)
    {
        var id = RefundId.New();
        tx.Queue(
            $"""
            insert into payments.refunds (
              id, attempt_id, payment_id, order_id, currency, amount_minor, status, reason, by_whom, due_at, created_at, updated_at)
            values (
              {id}, {left.Attempt}, {payment}, {left.Order}, {amount.Currency}, {amount.Minor}, 'pending', {reason}, {by}, {tx.Now},
              {tx.Now}, {tx.Now})
            """);
        return id;
    }

    /// <summary>Takes an amount from what is left, the latest attempt first. Pure.</summary>
    /// <returns>Null when there is not that much.</returns>
    public static List<(Remainder From, Money Amount)>? Split(Money amount, IReadOnlyList<Remainder> left)
    {
        var parts = new List<(Remainder From, Money Amount)>();
        var wanted = amount;
        foreach (var some in left.Where(some => some.Amount.Minor > 0))
        {
            var part = wanted < some.Amount ? wanted : some.Amount;
            if (part.Minor > 0)
            {
                parts.Add((some, part));
                wanted -= part;
            }
        }

        return wanted.IsZero ? parts : null;
    }
}

/// <summary>What is left of a captured attempt.</summary>
internal sealed record Remainder(PaymentAttemptId Attempt, OrderId Order, Money Amount);
