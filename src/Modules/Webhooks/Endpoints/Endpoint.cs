using Npgsql;
using Tradepost.Platform.Data;

namespace Tradepost.Webhooks.Endpoints;

/// <summary>Marks ids of receivers.</summary>
internal abstract class EndpointKind;

/// <summary>A receiver as staff see it.</summary>
/// <param name="Url">Where events go.</param>
/// <param name="Events">Which, by name.</param>
/// <param name="DisabledReason">Why the shop switched it off; null when staff did, or it is on.</param>
/// <param name="FailingSince">When its failures began; null when the last attempt succeeded.</param>
/// <param name="PreviousSecretUntil">How long the retired secret still signs.</param>
/// <param name="Secret">Shown once, when it is new.</param>
internal sealed record EndpointView(
    EndpointId Id, string Url, string Description, IReadOnlyList<string> Events, bool Active, string? DisabledReason,
    DateTimeOffset? FailingSince, DateTimeOffset CreatedAt, DateTimeOffset? PreviousSecretUntil, int Version, string? Secret = null)
{
    public static SqlText Columns => $"""
        id, url, description, events, active, disabled_reason, failing_since, created_at, rotated_at, version, generation
        """;

    public static EndpointView Read(NpgsqlDataReader row, WebhooksOptions options, DateTimeOffset now) => new(
        row.Id<EndpointKind>(0), row.GetString(1), row.GetString(2), row.GetFieldValue<string[]>(3), row.GetBoolean(4), row.TextOrNull(5),
        row.InstantOrNull(6), row.Instant(7), Until(row, options, now), row.GetInt32(9));

    private static DateTimeOffset? Until(NpgsqlDataReader row, WebhooksOptions options, DateTimeOffset now) =>
        row.InstantOrNull(8) is { } rotated && rotated + options.RotationTime > now ? rotated + options.RotationTime : null;
}
