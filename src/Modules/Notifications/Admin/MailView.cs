using Npgsql;
using Tradepost.Notifications.Post;
using Tradepost.Platform.Data;

namespace Tradepost.Notifications.Admin;

/// <summary>A mail as staff see it.</summary>
/// <param name="Status">queued, sent or failed.</param>
/// <param name="Html">What it says; in a list left out.</param>
/// <param name="Text">The same without markup.</param>
internal sealed record MailView(
    MailId Id, string To, string Subject, string Kind, string Status, DateTimeOffset CreatedAt, DateTimeOffset? SentAt, int Attempts,
    string? Error, string? Html = null, string? Text = null)
{
    public static SqlText Columns => $"id, recipient, subject, kind, status, created_at, sent_at, attempts, error";

    public static MailView Read(NpgsqlDataReader row) => new(
        row.Id<MailKind>(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.Instant(5), row.InstantOrNull(6),
        row.GetInt32(7), row.TextOrNull(8));

    public static MailView ReadWhole(NpgsqlDataReader row) => Read(row) with { Html = row.GetString(9), Text = row.GetString(10) };
}
