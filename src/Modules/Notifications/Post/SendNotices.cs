using Microsoft.Extensions.Logging;
using Tradepost.Notifications.Phones;
using Tradepost.Notifications.Push;
using Tradepost.Platform.Data;
using Tradepost.Platform.Jobs;
using Tradepost.Platform.Verification;

namespace Tradepost.Notifications.Post;

/// <summary>A notice on its way.</summary>
internal sealed record LeasedNotice(
    Guid Id, string Channel, string Recipient, Guid? Subscription, string Title, string Body, string Url, int Attempts, bool Wanted);

/// <summary>What became of a notice.</summary>
/// <param name="Status">sent, failed, dropped, or queued to be tried again.</param>
internal sealed record NoticeOutcome(string Status, string? Error = null, string? Reference = null);

/// <summary>
/// Sends notices to phones and browsers. Each is leased for longer than a try may take, so that no two nodes send it. A node that dies
/// between handing a notice over and noting it sends it twice: neither protocol knows a key that would tell.
/// </summary>
internal sealed partial class SendNotices(
    Database db, ISmsTransport sms, PushTransport push, TimeProvider time, ILogger<SendNotices> log) : IPeriodicJob
{
    private const int Batch = 20;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    public string Name => "notifications.send_notices";

    public TimeSpan Every => TimeSpan.FromSeconds(1);

    public async Task<int> Run(CancellationToken cancel)
    {
        var any = await db.Row(
            $"select exists (select from notifications.notices where status = 'queued' and due_at <= {time.GetUtcNow()})",
            row => row.GetBoolean(0), cancel);
        if (!any)
        {
            return 0;
        }

        var due = (await db.Write<List<LeasedNotice>>("notifications.lease_notices", async tx => await Claim(tx), cancel)).Value;
        await Task.WhenAll(due.Select(notice => Send(notice, cancel)));
        return due.Count;
    }

    // Asked at the moment of sending: who switched it off since is left in peace.
    private static Task<List<LeasedNotice>> Claim(Tx tx) => tx.Query(
        $"""
        update notifications.notices n set attempts = attempts + 1, leased_until = {tx.Now + Lease}
        where id in (
          select id from notifications.notices
          where status = 'queued' and due_at <= {tx.Now} and coalesce(leased_until, {tx.Now}) <= {tx.Now}
          order by due_at, id limit {Batch} for update skip locked)
        returning id, channel, recipient, subscription_id, title, body, url, attempts,
          kind = 'phone_code' or notifications.wants(email, grp, channel)
        """,
        row => new LeasedNotice(
            row.GetGuid(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetGuid(3), row.GetString(4), row.GetString(5),
            row.GetString(6), row.GetInt32(7), row.GetBoolean(8)));

    private async Task Send(LeasedNotice notice, CancellationToken cancel)
    {
        try
        {
            var outcome = !notice.Wanted ? new NoticeOutcome("dropped", "No longer wanted.")
                : notice.Channel == "sms" ? await sms.Send(notice, cancel)
                : await push.Send(notice, cancel);
            CrashPoints.Hit("notifications.before_notice_sent");
            await db.Write("notifications.notice_done", tx => Note(tx, notice, outcome), CancellationToken.None);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            NotSent(log, notice.Id, failure.Message);
            await db.Write("notifications.notice_done", tx => Note(tx, notice, new("queued", failure.Message)), cancel);
        }
    }

    private static Task<int> Note(Tx tx, LeasedNotice notice, NoticeOutcome outcome)
    {
        var wait = outcome.Status == "queued" ? Patience.After(notice.Attempts) : null;
        var status = outcome.Status == "queued" && wait is null ? "failed" : outcome.Status;
        return tx.Execute(
            $"""
            update notifications.notices set status = {status}, error = {outcome.Error}::text, provider_ref = {outcome.Reference}::text,
              leased_until = null, due_at = {tx.Now + (wait ?? TimeSpan.Zero)},
              sent_at = case when {status} = 'sent' then {tx.Now}::timestamptz end
            where id = {notice.Id} and status = 'queued'
            """);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notice {Notice} could not be sent: {Reason}")]
    private static partial void NotSent(ILogger log, Guid notice, string reason);
}
