using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Notifications.Admin;

/// <summary>Sends a mail that failed, or waits for its next attempt, now.</summary>
internal static class RetryMail
{
    internal static async Task<IResult> Handle(MailId id, Database db, CancellationToken cancel) =>
        (await db.Write("notifications.retry_mail", tx => Retry(tx, id), cancel)).NoContent();

    private static async Task<Outcome<Done>> Retry(Tx tx, MailId id)
    {
        var status = await tx.Row($"select status from notifications.mails where id = {id} for update", row => row.GetString(0));
        if (status is null or "sent")
        {
            return (status is null ? NotificationsErrors.MailNotFound : NotificationsErrors.AlreadySent).Refuse();
        }

        await tx.Execute(
            $"update notifications.mails set status = 'queued', attempts = 0, due_at = {tx.Now}, updated_at = {tx.Now} where id = {id}");
        return Done.Value;
    }
}
