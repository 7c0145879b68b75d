using Tradepost.Notifications.Letters;
using Tradepost.Platform.Data;

namespace Tradepost.Notifications.Wishes;

/// <summary>What somebody wants to be told, and how.</summary>
/// <param name="Group">orders, returns, account, reminders or offers.</param>
/// <param name="Mail">By mail.</param>
/// <param name="Sms">By text message.</param>
/// <param name="Push">In the browser.</param>
/// <param name="Locked">Whether its mails can't be switched off.</param>
internal sealed record Wish(string Group, bool Mail, bool Sms, bool Push, bool Locked);

/// <summary>Reads and writes what an address wants. One row a choice; what nobody chose has a default, kept in the database's function
/// that every sender asks.</summary>
internal static class Preferences
{
    public static async Task<IReadOnlyList<Wish>> Read(Reads reads, string email)
    {
        var groups = Groups.All.ToArray();
        return await reads.Query(
            $"""
            select g, notifications.wants({email}, g, 'mail'), notifications.wants({email}, g, 'sms'), notifications.wants({email}, g, 'push')
            from unnest({groups}) with ordinality as wanted (g, place) order by place
            """,
            row => new Wish(row.GetString(0), row.GetBoolean(1), row.GetBoolean(2), row.GetBoolean(3), row.GetString(0) == Groups.Account));
    }

    public static void Write(Tx tx, string email, string group, string channel, bool allowed) => tx.Queue(
        $"""
        insert into notifications.preferences (email, grp, channel, allowed, updated_at)
        values (lower({email}), {group}, {channel}, {allowed}, {tx.Now})
        on conflict (email, grp, channel) do update set allowed = excluded.allowed, updated_at = excluded.updated_at
        """);

    /// <summary>Records consent to offers, or that it was taken back, unless that is how it stands already.</summary>
    public static void Consent(Tx tx, string email, bool granted, string source, string words) => tx.Queue(
        $"""
        insert into notifications.consents (id, email, granted, source, words, at)
        select {Guid.CreateVersion7()}, lower({email}), {granted}, {source}, {words}, {tx.Now}
        where {granted} is distinct from coalesce((
          select granted from notifications.consents where email = lower({email}) order by at desc, id desc limit 1), false)
        """);
}
