using Npgsql;
using Tradepost.Platform.Data;

namespace Tradepost.Notifications.Post;

/// <summary>Marks ids of mails.</summary>
internal abstract class MailKind;

/// <summary>A mail on its way.</summary>
/// <param name="Attempts">How often it was tried, this time included.</param>
/// <param name="Group">What it is about; those one can do without carry a way to end them.</param>
internal sealed record Mail(MailId Id, string To, string Subject, string Html, string Text, int Attempts, string Group = "account")
{
    public static Mail Read(NpgsqlDataReader row) => new(
        row.Id<MailKind>(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt32(5), row.GetString(6));

    /// <summary>The same on every attempt, so that a mail sent twice by an accident is recognised as one.</summary>
    public string MessageId(string domain) => $"<{Id.Value:N}@{domain}>";
}
