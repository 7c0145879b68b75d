namespace Tradepost.Notifications.Post;

/// <summary>Carries mails away.</summary>
internal interface IMailTransport
{
    /// <summary>
    /// Returns once the mail is handed over. Throws <see cref="MailRefusedException"/> when it never will be, anything else when it may
    /// be later.
    /// </summary>
    Task Deliver(Mail mail, CancellationToken cancel);
}

/// <summary>The mail can't be delivered, however often it is tried.</summary>
internal sealed class MailRefusedException(string reason, Exception? cause = null) : Exception(reason, cause);

/// <summary>Without a mail server the table itself is the mailbox: staff read it on a page of their own.</summary>
internal sealed class MailboxTransport : IMailTransport
{
    public Task Deliver(Mail mail, CancellationToken cancel) => Task.CompletedTask;
}
