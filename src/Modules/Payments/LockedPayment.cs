using Npgsql;
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
    public static async Task<LockedPayment> Take(Tx tx, OrderId order) => await tx.Row(
        $"""
        select id, order_id, method, provider, amount_minor, captured_minor, refunded_minor, currency, called_off_at is not null, status
        from payments.payments where order_id = {order} for no key update
        """,
        row => new LockedPayment(
            row.Id<Contracts.Kinds.Payment>(0), row.Id<Contracts.Kinds.Order>(1), row.GetString(2), row.GetString(3), row.Money(4, 7),
            row.Money(5, 7), row.Money(6, 7), row.GetBoolean(8), Words.Parse<PaymentStatus>(row.GetString(9))))
        ?? throw new InvalidOperationException($"Order {order} has no payment.");

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
        last?.State == AttemptState.Declined ? last.DeclineReason : null);
}

/// <summary>One try to take the money.</summary>
internal sealed record Attempt(
    PaymentAttemptId Id, OrderId OrderId, string Method, string Provider, Money Amount, AttemptState State, string? Reference,
    string? DeclineReason, NextAction? Next, string? Last4, string? RequestKey)
{
    private static SqlText Columns =>
        $"""
        a.id, a.order_id, a.method, a.provider, a.amount_minor, a.currency, a.status, a.provider_reference, a.decline_reason,
          a.next_action::text, a.last4, a.request_key
        """;

    public bool IsOpen => AttemptRules.IsOpen(State);

    /// <summary>An attempt, held by the transaction.</summary>
    public static Task<Attempt?> Take(Tx tx, PaymentAttemptId id) =>
        tx.Row($"select {Columns} from payments.payment_attempts a where a.id = {id} for no key update", Read);

    /// <summary>All attempts of a payment, the first one first.</summary>
    public static Task<List<Attempt>> Of(Tx tx, PaymentId payment) =>
        tx.Query(
            $"select {Columns} from payments.payment_attempts a where a.payment_id = {payment} order by a.seq for no key update", Read);

    /// <summary>An attempt, without holding it.</summary>
    public static Task<Attempt?> Find(Database db, PaymentAttemptId id, CancellationToken cancel) =>
        db.Row($"select {Columns} from payments.payment_attempts a where a.id = {id}", Read, cancel);

    /// <summary>Writes a new one. The database allows one open attempt for a payment, no more.</summary>
    public void Insert(Tx tx, PaymentId payment, DateTimeOffset askAt) => tx.Queue(
        $"""
        insert into payments.payment_attempts (
          id, payment_id, order_id, method, provider, currency, amount_minor, status, provider_reference, last4, request_key, ask_at,
          created_at, updated_at)
        values (
          {Id}, {payment}, {OrderId}, {Method}, {Provider}, {Amount.Currency}, {Amount.Minor}, {Words.Of(State)}, {Reference}, {Last4},
          {RequestKey}, {askAt}, {tx.Now}, {tx.Now})
        """);

    /// <summary>Writes where it stands now.</summary>
    public void Save(Tx tx, DateTimeOffset askAt) => tx.Queue(
        $"""
        update payments.payment_attempts
        set status = {Words.Of(State)}, provider_reference = {Reference}, decline_reason = {DeclineReason},
          next_action = {(Next is null ? (Json?)null : Json.Of(Next))}, ask_at = {askAt}, updated_at = {tx.Now}
        where id = {Id}
        """);

    private static Attempt Read(NpgsqlDataReader row) => new(
        row.Id<Contracts.Kinds.PaymentAttempt>(0), row.Id<Contracts.Kinds.Order>(1), row.GetString(2), row.GetString(3), row.Money(4, 5),
        Words.Parse<AttemptState>(row.GetString(6)), row.TextOrNull(7), row.TextOrNull(8),
        row.IsDBNull(9) ? null : row.Json<NextAction>(9), row.TextOrNull(10), row.TextOrNull(11));
}
