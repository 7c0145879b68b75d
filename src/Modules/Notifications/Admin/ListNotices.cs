using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Notifications.Admin;

/// <summary>A notice to a phone or browser as staff see it.</summary>
/// <param name="Channel">sms or push.</param>
/// <param name="Status">queued, sent, failed or dropped.</param>
/// <param name="ProviderStatus">What the provider said became of it.</param>
internal sealed record NoticeView(
    Guid Id, string Channel, string Kind, string To, string Email, string Text, string Status, DateTimeOffset CreatedAt,
    DateTimeOffset? SentAt, int Attempts, string? Error, string? ProviderStatus);

/// <summary>Notices to phones and browsers, newest first.</summary>
internal static class ListNotices
{
    internal static async Task<IResult> Handle(PageQuery page, HttpContext http, Database db, CancellationToken cancel)
    {
        var faults = new Faults();
        var channel = QueryValues.OneOf(http.Request.Query, "channel", faults, "any", "sms", "push");
        var status = QueryValues.OneOf(http.Request.Query, "status", faults, "any", "queued", "sent", "failed", "dropped");
        var words = QueryValues.Text(http.Request.Query, "q", 200, faults);
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        SqlText Where() => $"""
            where ({channel} = 'any' or channel = {channel}) and ({status} = 'any' or status = {status})
              and ({words}::text is null or position(lower({words}::text) in lower(email || ' ' || recipient || ' ' || body)) > 0)
            """;

        // A code opens a phone's number to whoever reads it: staff see that one was sent, not which.
        var items = await db.Query(
            $"""
            select id, channel, kind, recipient, email, case when kind = 'phone_code' then '(a code)' else body end, status, created_at,
              sent_at, attempts, error, provider_status
            from notifications.notices {Where()} order by created_at desc, id desc limit {page.PageSize} offset {page.Offset}
            """,
            row => new NoticeView(
                row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6),
                row.Instant(7), row.InstantOrNull(8), row.GetInt32(9), row.TextOrNull(10), row.TextOrNull(11)),
            cancel);
        var total = await db.Row($"select count(*) from notifications.notices {Where()}", row => row.GetInt64(0), cancel);
        return Results.Json(new Paged<NoticeView>(items, page.Page, page.PageSize, total), ApiJson.Options);
    }
}
