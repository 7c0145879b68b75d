using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Payments.Paying;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Holding;

/// <summary>An order's payment as staff see it: what is held, taken and given back, every attempt, and what does not add up.</summary>
internal static class ShowPayment
{
    internal sealed record Shown(
        PaymentId Id, PaymentStatus Status, Money Amount, Money Authorized, Money Captured, Money Refunded, Money? Fee,
        IReadOnlyList<ShownAttempt> Attempts, IReadOnlyList<Alarm> Alarms)
    {
        /// <summary>What staff may do: capture, void.</summary>
        public IReadOnlyList<string> Actions { get; init; } = [];

        /// <summary>What is being done, until the provider has answered: capture, void.</summary>
        public string? UnderWay { get; init; }
    }

    internal sealed record ShownAttempt(
        PaymentAttemptId Id, string Provider, string Method, string Status, Money Amount, Money Captured, string? Reference,
        string? DeclineReason, string? Last4, Money? Fee, DateTimeOffset At);

    internal sealed record Alarm(string Kind, string Said, DateTimeOffset At);

    internal static async Task<IResult> Handle(OrderId id, Database db, CancellationToken cancel) => (await Read(db, id, cancel)).Ok();

    internal static async Task<Outcome<Shown>> Read(Database db, OrderId order, CancellationToken cancel)
    {
        var payment = await db.Row(
            $"""
            select id, status, amount_minor, captured_minor, refunded_minor, currency from payments.payments where order_id = {order}
            """,
            row => new Shown(
                row.Id<Contracts.Kinds.Payment>(0), Words.Parse<PaymentStatus>(row.GetString(1)), row.Money(2, 5), row.Money(2, 5),
                row.Money(3, 5), row.Money(4, 5), null, [], []), cancel);
        if (payment is null)
        {
            return OrderErrors.NotFound.Refuse();
        }

        var attempts = await Attempt.Of(db, payment.Id, cancel);
        var times = (await db.Query(
            $"select id, created_at from payments.payment_attempts where payment_id = {payment.Id}",
            row => (Id: row.GetGuid(0), At: row.Instant(1)), cancel)).ToDictionary(row => row.Id, row => row.At);
        var alarms = await db.Query(
            $"select kind, said, at from payments.alarms where order_id = {order} order by at desc",
            row => new Alarm(row.GetString(0), row.GetString(1), row.Instant(2)), cancel);
        var held = attempts.FirstOrDefault(attempt => attempt.State == AttemptState.Authorized);
        return payment with
        {
            Authorized = held?.Amount ?? Money.Zero(payment.Amount.Currency),
            Fee = Fees(attempts),
            Attempts = [.. attempts.Select(attempt => Show(attempt, times[attempt.Id.Value]))],
            Alarms = alarms,
            Actions = held is { Wanted: null } ? ["capture", "void"] : [],
            UnderWay = held?.Wanted is { } wanted ? Words.Of(wanted) : null,
        };
    }

    // One sum where all fees are of one currency; else each stands at its attempt only.
    private static Money? Fees(IReadOnlyList<Attempt> attempts)
    {
        var fees = attempts.Where(attempt => attempt.Fee is not null).Select(attempt => attempt.Fee!.Value).ToList();
        return fees.Count > 0 && fees.Select(fee => fee.Currency).Distinct().Count() == 1 ? fees.Aggregate((sum, fee) => sum + fee) : null;
    }

    private static ShownAttempt Show(Attempt attempt, DateTimeOffset at) => new(
        attempt.Id, attempt.Provider, attempt.Method, Words.Of(attempt.State), attempt.Amount, attempt.Captured, attempt.Reference,
        attempt.DeclineReason, attempt.Last4, attempt.Fee, at);
}
