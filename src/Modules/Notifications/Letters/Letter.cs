namespace Tradepost.Notifications.Letters;

/// <summary>What a mail says, in both its forms.</summary>
internal sealed record Letter(string Subject, string Html, string Text);
