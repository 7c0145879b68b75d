using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Payments.Paying;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Holding;

/// <summary>
/// Money that is held: taken when the goods go out, or let go. What is wanted is written first and carried out after the commit by the
/// reconciler, which asks again under the same key until the provider has done it.
/// </summary>
internal static class Holds
{
    /// <summary>Writes what the provider is to do with money it holds. A wish to take it is never turned into another amount.</summary>
    /// <returns>False when something is under way already.</returns>
    public static bool Want(Tx tx, Attempt held, Wanted wanted, Money? amount)
    {
        if (held.State != AttemptState.Authorized || (held.Wanted is not null && held.Wanted != wanted))
        {
            return false;
        }

        if (held.Wanted is null)
        {
            (held with { Wanted = wanted, WantedAmount = wanted == Wanted.Capture ? amount ?? held.Amount : null }).Save(tx, tx.Now);
        }

        return true;
    }

    /// <summary>The attempt that holds money for the payment, or null.</summary>
    public static async Task<Attempt?> Of(Tx tx, PaymentId payment) =>
        (await Attempt.Of(tx, payment)).LastOrDefault(attempt => attempt.State == AttemptState.Authorized);
}

/// <summary>Tells staff of something only a person can set right. Said once, however often it is seen.</summary>
internal static class Alarms
{
    public const string Mismatch = "mismatch";
    public const string CaptureFailed = "captureFailed";
    public const string HoldLost = "holdLost";

    public static async Task Raise(Tx tx, IOrders orders, Attempt attempt, string kind, string said)
    {
        var added = await tx.Execute(
            $"""
            insert into payments.alarms (id, attempt_id, order_id, kind, said, at)
            values ({Id<Attempt>.New()}, {attempt.Id}, {attempt.OrderId}, {kind}, {said}, {tx.Now})
            on conflict (attempt_id, kind, said) do nothing
            """);
        if (added == 1)
        {
            orders.Note(tx, attempt.OrderId, kind == Mismatch ? "paymentMismatch" : kind, attempt.Provider, said);
        }
    }
}
