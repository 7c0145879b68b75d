using System.Security.Cryptography;
using Npgsql;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.DemoGateway.Charging;

/// <summary>Money a merchant asked for.</summary>
internal sealed record Charge(
    Id<Charge> Id, string Reference, string AttemptId, ChargeState State, Money? Amount, string? DeclineReason, string? Description,
    bool LosesAnswer, string? ChallengeToken, string? ReturnPath, string? WebhookUrl)
{
    /// <summary>The merchant takes the money itself, later.</summary>
    public bool CaptureLater { get; init; }

    /// <summary>What was taken, when it is less than was asked for.</summary>
    public Money? Captured { get; init; }

    /// <summary>How far an approved charge gets: held, or taken.</summary>
    public ChargeState Approved => CaptureLater ? ChargeState.Authorized : ChargeState.Succeeded;

    // 2.9 % and 30 minor units, rounded up; never all of it.
    private Money? Fee => State == ChargeState.Succeeded && (Captured ?? Amount) is { } taken
        ? new(Math.Min(taken.Minor, ((taken.Minor * 29) + 999) / 1000 + 30), taken.Currency)
        : null;

    private static SqlText Columns =>
        $"""
        id, reference, attempt_id, status, amount_minor, currency, decline_reason, description, loses_answer,
          challenge_token, return_path, webhook_url, capture_later, captured_minor
        """;

    /// <summary>A reference or token nobody can guess.</summary>
    public static string Secret(string prefix) => prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public static Task<Charge?> Find(Database db, string attemptId, CancellationToken cancel) =>
        db.Row($"select {Columns} from demo_gateway.charges where attempt_id = {attemptId}", Read, cancel);

    public static Task<Charge?> Take(Tx tx, string attemptId) =>
        tx.Row($"select {Columns} from demo_gateway.charges where attempt_id = {attemptId} for update", Read);

    public static Task<Charge?> TakeByReference(Tx tx, string reference) =>
        tx.Row($"select {Columns} from demo_gateway.charges where reference = {reference} for update", Read);

    public static Task<Charge?> TakeByChallenge(Tx tx, string token) =>
        tx.Row($"select {Columns} from demo_gateway.charges where challenge_token = {token} for update", Read);

    public static Task<Charge?> FindByChallenge(Database db, string token, CancellationToken cancel) =>
        db.Row($"select {Columns} from demo_gateway.charges where challenge_token = {token}", Read, cancel);

    /// <summary>Writes it, unless there is one under this attempt already.</summary>
    /// <returns>False when there is.</returns>
    public async Task<bool> Insert(Tx tx, string? last4) => await tx.Execute(
        $"""
        insert into demo_gateway.charges (
          id, reference, attempt_id, status, amount_minor, currency, decline_reason, description, last4, loses_answer, challenge_token,
          return_path, webhook_url, capture_later, created_at, updated_at)
        values (
          {Id}, {Reference}, {AttemptId}, {Words.Of(State)}, {Amount?.Minor}, {Amount?.Currency.Code}, {DeclineReason},
          {Description}, {last4}, {LosesAnswer}, {ChallengeToken}, {ReturnPath}, {WebhookUrl}, {CaptureLater},
          {tx.Now}, {tx.Now})
        on conflict (attempt_id) do nothing
        """) == 1;

    public Charge Become(Tx tx, ChargeState state, string? reason = null)
    {
        tx.Queue(
            $"""
            update demo_gateway.charges set status = {Words.Of(state)}, decline_reason = {reason}, updated_at = {tx.Now} where id = {Id}
            """);
        return this with { State = state, DeclineReason = reason };
    }

    /// <summary>Takes what is held, or a part of it.</summary>
    public Charge Take(Tx tx, Money amount)
    {
        tx.Queue($"update demo_gateway.charges set captured_minor = {amount.Minor}, updated_at = {tx.Now} where id = {Id}");
        return Become(tx, ChargeState.Succeeded) with { Captured = amount };
    }

    /// <summary>As the API and the webhooks tell it.</summary>
    public ChargeView View() => new(
        Reference, AttemptId, State, Amount, DeclineReason,
        State == ChargeState.Challenge ? $"/demo-gateway/challenges/{ChallengeToken}" : null, Captured, Fee);

    private static Charge Read(NpgsqlDataReader row) => new(
        row.Id<Charge>(0), row.GetString(1), row.GetString(2), Words.Parse<ChargeState>(row.GetString(3)), row.MoneyOrNull(4, 5),
        row.TextOrNull(6), row.TextOrNull(7), row.GetBoolean(8), row.TextOrNull(9), row.TextOrNull(10), row.TextOrNull(11))
    {
        CaptureLater = row.GetBoolean(12),
        Captured = row.MoneyOrNull(13, 5),
    };
}

/// <summary>A charge as answered.</summary>
internal sealed record ChargeView(
    string Id, string AttemptId, ChargeState Status, Money? Amount, string? DeclineReason, string? ChallengePath, Money? Captured,
    Money? Fee);
