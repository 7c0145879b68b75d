using Tradepost.Contracts.Payments;
using Tradepost.Payments.Paying;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Payments;

/// <summary>
/// A payment held by the running transaction, which holds its order already: order, payment, attempt, refund is the order of locks.
/// </summary>
internal sealed record LockedPayment(
    PaymentId Id, OrderId OrderId, string Method, string Provider, Money Amount, Money Captured, Money Refunded, bool CalledOff,
    PaymentStatus Status)
{
    public static async Task<LockedPayment> Take(Tx tx, OrderId order) =>
        await Ask(tx, order).Row() ?? throw new InvalidOperationException($"Order {order} has no payment.");

    /// <summary>Locks it with the next statement that is sent.</summary>
    public static Pending<LockedPayment> Ask(Tx tx, OrderId order) => tx.Later(
        $"""
        select id, order_id, method, provider, amount_minor, captured_minor, refunded_minor, currency, called_off_at is not null, status
        from payments.payments where order_id = {order} for no key update
        """,
        row => new LockedPayment(
            row.Id<Contracts.Kinds.Payment>(0), row.Id<Contracts.Kinds.Order>(1), row.GetString(2), row.GetString(3), row.Money(4, 7),
            row.Money(5, 7), row.Money(6, 7), row.GetBoolean(8), Words.Parse<PaymentStatus>(row.GetString(9))));

    /// <summary>Writes its sums, how it is being paid, and where it stands.</summary>
    public void Save(Tx tx) => tx.Queue(
        $"""
        update payments.payments
        set method = {Method}, provider = {Provider}, captured_minor = {Captured.Minor}, refunded_minor = {Refunded.Minor},
          status = {Words.Of(Status)}, updated_at = {tx.Now}
        where id = {Id}
        """);

    public PaymentView View(Attempt? last) => new(
        Id, Provider, Method, Status, Amount, Refunded, last?.Reference,
        last?.State == AttemptState.Challenged ? last.Next! : NextAction.None,
        last?.State is AttemptState.Declined or AttemptState.Challenged ? last.DeclineReason : null);
}
