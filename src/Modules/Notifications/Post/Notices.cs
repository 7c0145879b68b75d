using Tradepost.Platform.Data;

namespace Tradepost.Notifications.Post;

/// <summary>Marks ids of notices.</summary>
internal abstract class NoticeKind;

/// <summary>Writes notices to phones and browsers, in the transaction of what they tell of. A second one about the same is dropped.</summary>
internal static class Notices
{
    /// <summary>One to every browser and phone of this address that wants the group.</summary>
    public static void Queue(Tx tx, string to, string kind, string group, string about, Notice notice)
    {
        var key = $"{kind}:{about}:";
        tx.Queue(
            $"""
            insert into notifications.notices
              (id, dedupe_key, channel, kind, grp, email, recipient, subscription_id, title, body, url, due_at, created_at)
            select gen_random_uuid(), {key} || s.id, 'push', {kind}, {group}, s.email, 'browser', s.id, {notice.Title}, {notice.Body},
              {notice.Url}, {tx.Now}, {tx.Now}
            from notifications.push_subscriptions s where s.email = lower({to}) and notifications.wants({to}, {group}, 'push')
            on conflict (dedupe_key) do nothing
            """);
        tx.Queue(
            $"""
            insert into notifications.notices (id, dedupe_key, channel, kind, grp, email, recipient, title, body, url, due_at, created_at)
            select gen_random_uuid(), {key} || p.phone, 'sms', {kind}, {group}, p.email, p.phone, {notice.Title}, {notice.Body},
              {notice.Url}, {tx.Now}, {tx.Now}
            from notifications.phones p
            where p.email = lower({to}) and p.confirmed_at is not null and notifications.wants({to}, {group}, 'sms')
            on conflict (dedupe_key) do nothing
            """);
    }

    /// <summary>The code that proves a number.</summary>
    public static void QueueCode(Tx tx, string shop, string email, string phone, string code) => tx.Queue(
        $"""
        insert into notifications.notices (id, dedupe_key, channel, kind, grp, email, recipient, title, body, url, due_at, created_at)
        select id, id::text, 'sms', 'phone_code', 'account', lower({email}), {phone}, {shop}, {code + " is your code."}, '', {tx.Now}, {tx.Now}
        from (select gen_random_uuid() as id) as made
        """);
}

/// <summary>What a notice says.</summary>
internal sealed record Notice(string Title, string Body, string Url);
