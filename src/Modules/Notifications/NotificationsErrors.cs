using Tradepost.Platform.Types;

namespace Tradepost.Notifications;

/// <summary>What this module refuses, and why.</summary>
internal static class NotificationsErrors
{
    public static readonly ErrorCode MailNotFound = new("mails.not_found", 404, "There is no such mail.");

    public static readonly ErrorCode AlreadySent = new("mails.already_sent", 409, "That mail was sent already.");

    public static readonly ErrorCode NoTemplate = new("notifications.no_template", 404, "There is no such letter.");

    public static readonly ErrorCode AddressNotConfirmed = new(
        "notifications.email_unconfirmed", 409, "Confirm your e-mail address first.");

    public static readonly ErrorCode BadLink = new("notifications.bad_link", 400, "This link is not complete.");

    public static readonly ErrorCode WrongCode = new("notifications.wrong_code", 409, "That code is wrong or too old.");

    public static readonly ErrorCode BadSignature = new("notifications.bad_signature", 403, "The signature is not right.");
}
