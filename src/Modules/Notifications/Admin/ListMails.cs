using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Notifications.Admin;

/// <summary>Mails, newest first.</summary>
internal static class ListMails
{
    /// <param name="Q">Part of the address or the subject.</param>
    /// <param name="Status">queued, sent, failed or dropped; all when absent.</param>
    internal sealed record Query(string? Q, string? Status);

    internal static async Task<IResult> Handle(
        [AsParameters] Query query, PageQuery page, HttpContext http, Database db, CancellationToken cancel)
    {
        var faults = new Faults();
        var words = QueryValues.Text(http.Request.Query, "q", 200, faults);
        var status = QueryValues.OneOf(http.Request.Query, "status", faults, "any", "queued", "sent", "failed", "dropped");
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        var mails = await db.Query(
            $"""
            select {MailView.Columns} from notifications.mails {Where(words, status)}
            order by created_at desc, id desc limit {page.PageSize} offset {page.Offset}
            """,
            MailView.Read, cancel);
        var total = await db.Row($"select count(*) from notifications.mails {Where(words, status)}", row => row.GetInt64(0), cancel);
        return Results.Json(new Paged<MailView>(mails, page.Page, page.PageSize, total), ApiJson.Options);
    }

    // position() rather than like: what staff type is no pattern.
    private static SqlText Where(string? words, string status) =>
        $"""
        where ({words}::text is null or position(lower({words}::text) in lower(recipient || ' ' || subject)) > 0)
          and ({status} = 'any' or status = {status})
        """;
}
