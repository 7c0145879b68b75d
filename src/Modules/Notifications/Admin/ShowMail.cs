using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Notifications.Admin;

/// <summary>One mail with what it says.</summary>
internal static class ShowMail
{
    internal static async Task<IResult> Handle(MailId id, Database db, CancellationToken cancel) =>
        await db.Row(
            $"select {MailView.Columns}, html, plain from notifications.mails where id = {id}", MailView.ReadWhole, cancel) is { } mail
            ? Results.Json(mail, ApiJson.Options)
            : NotificationsErrors.MailNotFound.Refuse().ToResult();
}
