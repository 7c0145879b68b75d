using Microsoft.Extensions.Logging;
using Npgsql;
using Tradepost.Platform.Data;
using Tradepost.Platform.Jobs;
using Tradepost.Platform.Verification;

namespace Tradepost.Notifications.Post;

/// <summary>
/// Sends what is queued, several at a time. While a mail is on its way its sender holds an advisory lock on it, which no other node gets
/// past and which is gone the moment the sender dies: then the mail is sent again at once, under the same Message-ID.
/// </summary>
internal sealed partial class SendMails(Database db, IMailTransport transport, TimeProvider time, ILogger<SendMails> log) : IPeriodicJob
{
    private const int Batch = 50;
    private const int AtOnce = 6;
    private const int LockSpace = 0x6d61_696c; // any number no other lock of ours uses: the ASCII of "mail"

    public string Name => "notifications.send_mails";

    public TimeSpan Every => TimeSpan.FromSeconds(1);

    public async Task<int> Run(CancellationToken cancel)
    {
        var sent = 0;
        while (await SendSome(cancel) is > 0 and var some)
        {
            sent += some;
        }

        return sent;
    }

    private async Task<int> SendSome(CancellationToken cancel)
    {
        await using var locks = await db.Source.OpenConnectionAsync(cancel);
        var mine = await Lock(locks, cancel);
        var sent = 0;
        try
        {
            var patience = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
            await Parallel.ForEachAsync(mine, patience, async (id, stop) =>
            {
                if (await Begin(id, stop) is { } mail && await Send(mail, stop))
                {
                    Interlocked.Increment(ref sent);
                }
            });
            return sent;
        }
        finally
        {
            await Unlock(locks, mine);
        }
    }

    // Another node at the same mails holds some of them: more are looked at than are taken.
    private async Task<List<MailId>> Lock(NpgsqlConnection locks, CancellationToken cancel)
    {
        const string Due =
            """
            with due as materialized (
              select id from notifications.mails where status = 'queued' and due_at <= $1 order by due_at, id limit $3 * 4)
            select id from due where pg_try_advisory_lock($2, hashtext(id::text)) limit $3
            """;
        await using var command = new NpgsqlCommand(Due, locks);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = LockSpace });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Batch });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var mine = new List<MailId>();
        while (await reader.ReadAsync(cancel))
        {
            mine.Add(reader.Id<MailKind>(0));
        }

        return mine;
    }

    private static async Task Unlock(NpgsqlConnection locks, List<MailId> mine)
    {
        await using var command = new NpgsqlCommand("select pg_advisory_unlock($1, hashtext(id::text)) from unnest($2) id", locks);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = LockSpace });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. mine.Select(id => id.Value)] });
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    // Counted before it is tried: a mail that brings the host down must not do so for ever. That much is not worth waiting for the disk.
    // Who switched such mails off since it was written is left in peace.
    private async Task<Mail?> Begin(MailId id, CancellationToken cancel) => (await db.Write<Mail?>(
        "notifications.begin_mail",
        async tx =>
        {
            tx.CommitLazily();
            return await Drop(tx, id) ? null : await tx.Row(
                $"""
                update notifications.mails set attempts = attempts + 1, updated_at = {tx.Now}
                where id = {id} and status = 'queued' and due_at <= {tx.Now}
                returning id, recipient, subject, html, plain, attempts, grp
                """,
                Mail.Read);
        },
        cancel)).Value;

    private static async Task<bool> Drop(Tx tx, MailId id) => await tx.Execute(
        $"""
        update notifications.mails set status = 'dropped', error = 'No longer wanted.', updated_at = {tx.Now}
        where id = {id} and status = 'queued' and grp in ('offers', 'reminders') and not notifications.wants_mail(recipient, grp)
        """) == 1;

    private async Task<bool> Send(Mail mail, CancellationToken cancel)
    {
        try
        {
            await transport.Deliver(mail, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            NotSent(log, mail.Id, mail.Attempts, failure.GetType().Name);
            await NoteFailure(mail, failure, cancel);
            return false;
        }

        CrashPoints.Hit("notifications.before_sent");
        await db.Write("notifications.mail_sent", tx => tx.Execute(
            $"""
            update notifications.mails set status = 'sent', sent_at = {tx.Now}, error = null, updated_at = {tx.Now}
            where id = {mail.Id} and status = 'queued'
            """),
            CancellationToken.None);
        return true;
    }

    private async Task NoteFailure(Mail mail, Exception failure, CancellationToken cancel)
    {
        var wait = failure is MailRefusedException ? null : Patience.After(mail.Attempts);
        await db.Write("notifications.mail_not_sent", tx => tx.Execute(
            $"""
            update notifications.mails set error = {failure.Message}, updated_at = {tx.Now},
              status = case when {wait is null} then 'failed' else 'queued' end, due_at = {tx.Now + (wait ?? TimeSpan.Zero)}
            where id = {mail.Id} and status = 'queued'
            """),
            cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Mail} could not be sent, attempt {Attempt}: {Reason}")]
    private static partial void NotSent(ILogger log, MailId mail, int attempt, string reason);
}
