namespace Tradepost.Notifications;

/// <summary>Bound from configuration, "Mail". Without a host, mails stay in the mailbox that staff can open.</summary>
internal sealed class MailOptions
{
    /// <summary>The SMTP server.</summary>
    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>The sender's address; the shop's own when not set.</summary>
    public string From { get; set; } = "";

    /// <summary>Whether to insist on STARTTLS. When not said: yes if there is a password to protect.</summary>
    public bool? StartTls { get; set; }

    /// <summary>How long one mail may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    public bool UsesTls => StartTls ?? User.Length > 0;
}
