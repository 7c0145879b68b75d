using Microsoft.AspNetCore.Http;
using Npgsql;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Notifications.Offers;

/// <summary>Staff write an offer. It has the id its writer gave it: sent twice by an accident, it is one.</summary>
internal static class WriteOffer
{
    /// <param name="Title">The subject.</param>
    /// <param name="Message">What it says.</param>
    /// <param name="Path">The page of the shop it leads to.</param>
    internal sealed record Input(string? Title, string? Message, string? Path) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Text("title", Title, 100);
            faults.Text("message", Message, 2000);
            faults.Text("path", Path, 300);
            faults.Unless(
                Path is null || (Path.StartsWith('/') && !Path.StartsWith("//", StringComparison.Ordinal)), "path",
                "must be a page of the shop, like /search?tag=sale");
        }
    }

    /// <param name="Recipients">How many it was written to so far.</param>
    /// <param name="DoneAt">When the last of them was.</param>
    internal sealed record View(
        Guid Id, string Title, string Message, string Path, string SentBy, int Recipients, DateTimeOffset CreatedAt,
            DateTimeOffset? DoneAt);

    /// <param name="Agreed">How many people agreed to get offers.</param>
    internal sealed record Overview(IReadOnlyList<View> Items, int Agreed);

    private static SqlText Columns => $"id, title, message, path, sent_by, recipients, created_at, done_at";

    internal static async Task<IResult> List(Database db, CancellationToken cancel)
    {
        var items = await db.Query($"select {Columns} from notifications.offers order by created_at desc limit 50", Read, cancel);
        var agreed = await db.Row(
            $"""
            select count(*)::int from (
              select distinct on (email) granted from notifications.consents order by email, at desc, id desc) as latest
            where granted
            """,
            row => row.GetInt32(0), cancel);
        return Results.Json(new Overview(items, agreed), ApiJson.Options);
    }

    internal static async Task<IResult> Handle(Guid id, Body<Input> body, Caller caller, Database db, CancellationToken cancel)
    {
        var input = body.Value;
        return (await db.Write<View>("notifications.write_offer", async tx =>
        {
            await tx.Execute(
                $"""
                insert into notifications.offers (id, title, message, path, sent_by, created_at)
                values ({id}, {input.Title!.Trim()}, {input.Message!.Trim()}, {input.Path!.Trim()}, {caller.Name}, {tx.Now})
                on conflict (id) do nothing
                """);
            return (await tx.Row($"select {Columns} from notifications.offers where id = {id}", Read))!;
        }, cancel)).Ok();
    }

    private static View Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt32(5), row.Instant(6),
        row.InstantOrNull(7));
}
