using Tradepost.Platform.Types;

namespace Tradepost.Notifications;

/// <summary>What this module refuses, and why.</summary>
internal static class NotificationsErrors
{
    public static readonly ErrorCode MailNotFound = new("mails.not_found", 404, "There is no such mail.");

    public static readonly ErrorCode AlreadySent = new("mails.already_sent", 409, "That mail was sent already.");
}
