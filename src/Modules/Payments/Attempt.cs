using Npgsql;
using Tradepost.Contracts.Payments;
using Tradepost.Payments.Gateways;
using Tradepost.Payments.Paying;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Payments;

/// <summary>One try to take the money.</summary>
internal sealed record Attempt(
    PaymentAttemptId Id, OrderId OrderId, string Method, string Provider, Money Amount, AttemptState State, string? Reference,
    string? DeclineReason, NextAction? Next, string? Last4, string? RequestKey)
{
    private static SqlText Columns =>
        $"""
        a.id, a.order_id, a.method, a.provider, a.amount_minor, a.currency, a.status, a.provider_reference, a.decline_reason,
          a.next_action::text, a.last4, a.request_key, a.description, a.return_path, a.capture_later, a.captured_minor, a.wanted,
          a.wanted_minor, a.fee_minor, a.fee_currency
        """;

    /// <summary>What the buyer reads at the provider's. Part of the request, so it never changes.</summary>
    public string Description { get; init; } = "";

    /// <summary>Where the buyer comes back to.</summary>
    public string ReturnPath { get; init; } = "/";

    /// <summary>The money is held first and taken when the goods go out.</summary>
    public bool CaptureLater { get; init; }

    /// <summary>What was taken; less than the amount when the rest of what was held was let go.</summary>
    public Money Captured { get; init; } = State == AttemptState.Captured ? Amount : Money.Zero(Amount.Currency);

    /// <summary>What the provider is to do with money that is held.</summary>
    public Wanted? Wanted { get; init; }

    /// <summary>How much it is to take.</summary>
    public Money? WantedAmount { get; init; }

    /// <summary>What the provider kept for itself, once it told.</summary>
    public Money? Fee { get; init; }

    public bool IsOpen => AttemptRules.IsOpen(State);

    /// <summary>All attempts to pay an order, the first one first, held by the transaction from the next statement that is sent.</summary>
    public static Pending<Attempt> Ask(Tx tx, OrderId order) =>
        tx.Later($"select {Columns} from payments.payment_attempts a where a.order_id = {order} order by a.seq for no key update", Read);

    /// <summary>All attempts of a payment, the first one first.</summary>
    public static Task<List<Attempt>> Of(Tx tx, PaymentId payment) =>
        tx.Query(
            $"select {Columns} from payments.payment_attempts a where a.payment_id = {payment} order by a.seq for no key update", Read);

    /// <summary>All attempts of a payment, without holding them, the last one first.</summary>
    public static Task<List<Attempt>> Of(Database db, PaymentId payment, CancellationToken cancel) =>
        db.Query($"select {Columns} from payments.payment_attempts a where a.payment_id = {payment} order by a.seq desc", Read, cancel);

    /// <summary>An attempt, without holding it.</summary>
    public static Task<Attempt?> Find(Database db, PaymentAttemptId id, CancellationToken cancel) =>
        db.Row($"select {Columns} from payments.payment_attempts a where a.id = {id}", Read, cancel);

    /// <summary>An attempt by its provider's name for it.</summary>
    public static Task<Attempt?> Find(Database db, string provider, string reference, CancellationToken cancel) => db.Row(
        $"select {Columns} from payments.payment_attempts a where a.provider = {provider} and a.provider_reference = {reference}", Read,
        cancel);

    /// <summary>What to ask the provider for.</summary>
    public Charge ToCharge(string? cardNumber = null) => new(Id, Description, Amount, cardNumber, ReturnPath)
    {
        Method = Method, CaptureLater = CaptureLater, Reference = Reference,
    };

    /// <summary>Writes a new one. The database allows one open attempt for a payment, no more.</summary>
    public void Insert(Tx tx, PaymentId payment, DateTimeOffset askAt) => tx.Queue(
        $"""
        insert into payments.payment_attempts (
          id, payment_id, order_id, method, provider, currency, amount_minor, status, provider_reference, last4, request_key, ask_at,
          description, return_path, capture_later, captured_minor, created_at, updated_at)
        values (
          {Id}, {payment}, {OrderId}, {Method}, {Provider}, {Amount.Currency}, {Amount.Minor}, {Words.Of(State)}, {Reference}, {Last4},
          {RequestKey}, {askAt}, {Description}, {ReturnPath}, {CaptureLater}, {Captured.Minor}, {tx.Now}, {tx.Now})
        """);

    /// <summary>Writes where it stands now.</summary>
    public void Save(Tx tx, DateTimeOffset askAt) => tx.Queue(
        $"""
        update payments.payment_attempts
        set status = {Words.Of(State)}, provider_reference = {Reference}, decline_reason = {DeclineReason},
          next_action = {(Next is null ? (Json?)null : Json.Of(Next))}, captured_minor = {Captured.Minor},
          wanted = {(Wanted is { } wanted ? Words.Of(wanted) : null)}, wanted_minor = {WantedAmount?.Minor}, fee_minor = {Fee?.Minor},
          fee_currency = {Fee?.Currency.Code}, ask_at = {askAt}, updated_at = {tx.Now}
        where id = {Id}
        """);

    private static Attempt Read(NpgsqlDataReader row) => new(
        row.Id<Contracts.Kinds.PaymentAttempt>(0), row.Id<Contracts.Kinds.Order>(1), row.GetString(2), row.GetString(3), row.Money(4, 5),
        Words.Parse<AttemptState>(row.GetString(6)), row.TextOrNull(7), row.TextOrNull(8),
        row.IsDBNull(9) ? null : row.Json<NextAction>(9), row.TextOrNull(10), row.TextOrNull(11))
    {
        Description = row.GetString(12),
        ReturnPath = row.GetString(13),
        CaptureLater = row.GetBoolean(14),
        Captured = row.Money(15, 5),
        Wanted = row.TextOrNull(16) is { } wanted ? Words.Parse<Wanted>(wanted) : null,
        WantedAmount = row.MoneyOrNull(17, 5),
        Fee = row.MoneyOrNull(18, 19),
    };
}
