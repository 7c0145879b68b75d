using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Platform.Messaging;

/// <summary>A delivery that failed too often and waits for a person.</summary>
/// <param name="Id">Of the event and its subscriber together.</param>
/// <param name="Event">The event's name.</param>
/// <param name="Subscriber">The reaction that failed.</param>
/// <param name="Error">Its last failure.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="OccurredAt">When the event happened.</param>
/// <param name="FailedAt">When it was given up.</param>
/// <param name="Payload">What happened, secrets left out.</param>
public sealed record DeadLetter(
    Guid Id, string Event, string Subscriber, string Error, int Attempts, DateTimeOffset OccurredAt, DateTimeOffset FailedAt,
    JsonNode Payload);

/// <summary>The routes by which staff see, retry and discard deliveries that failed.</summary>
public static class DeadLetters
{
    /// <summary>No such dead letter; it may have been retried.</summary>
    public static readonly ErrorCode NotFound = new("dead_letters.not_found", 404, "There is no such failed delivery.");

    private const string Hidden = "(hidden)";

    /// <summary>Adds the routes, under /api/v1.</summary>
    public static void MapDeadLetters(this IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/dead-letters", List).Needs(Permissions.OperationsRead).Gives<Paged<DeadLetter>>()
            .WithName("ListDeadLetters").WithTags("Operations").WithSummary("Deliveries of events that failed too often");
        api.MapPost("/admin/dead-letters/{id}/retry", Retry).Needs(Permissions.OperationsWrite).Produces(204).Refuses(NotFound)
            .WithName("RetryDeadLetter").WithTags("Operations").WithSummary("Try the delivery again");
        api.MapDelete("/admin/dead-letters/{id}", Discard).Needs(Permissions.OperationsWrite).Produces(204).Refuses(NotFound)
            .WithName("DiscardDeadLetter").WithTags("Operations").WithSummary("Give the delivery up");
        api.MapPost("/admin/dead-letters/bulk", DeadLettersInBulk.Handle).Needs(Permissions.OperationsWrite)
            .Gives<DeadLettersInBulk.Changed>()
            .WithName("BulkDeadLetters").WithTags("Operations").WithSummary("Retry or drop failed deliveries, some or all");
    }

    // A delivery is known by two columns. Dead ones are few, so the id that stands for both is worked out, not stored.
    internal static SqlText Id => $"md5(d.event_id::text || d.subscriber)::uuid";

    private static async Task<IResult> List(PageQuery page, Database db, CancellationToken cancel)
    {
        var letters = await db.Query(
            $"""
            select {Id}, e.type, d.subscriber, coalesce(d.error, ''), d.attempts, e.occurred_at, d.dead_at, e.payload::text
            from platform.deliveries d join platform.events e on e.id = d.event_id
            where d.dead_at is not null order by d.dead_at desc, d.event_id, d.subscriber limit {page.PageSize} offset {page.Offset}
            """,
            Read, cancel);
        var total = await db.Row($"select count(*) from platform.deliveries where dead_at is not null", row => row.GetInt64(0), cancel);
        return Results.Json(new Paged<DeadLetter>(letters, page.Page, page.PageSize, total), ApiJson.Options);
    }

    private static async Task<IResult> Retry(Guid id, Database db, OutboxSignal outbox, CancellationToken cancel)
    {
        var outcome = await db.Write("messaging.retry_dead_letter", tx => Change(tx, $"""
            update platform.deliveries d set dead_at = null, attempts = 0, due_at = {tx.Now} where d.dead_at is not null and {Id} = {id}
            """), cancel);
        outbox.Raise();
        return outcome.NoContent();
    }

    private static async Task<IResult> Discard(Guid id, Database db, CancellationToken cancel) =>
        (await db.Write("messaging.discard_dead_letter", tx => Change(tx, $"""
            delete from platform.deliveries d where d.dead_at is not null and {Id} = {id}
            """), cancel)).NoContent();

    private static async Task<Outcome<Done>> Change(Tx tx, SqlText sql) =>
        await tx.Execute(sql) == 1 ? Done.Value : NotFound.Refuse();

    private static DeadLetter Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4), row.Instant(5), row.Instant(6),
        WithoutSecrets(JsonNode.Parse(row.GetString(7))!));

    /// <summary>The payload with every token blotted out: who may see failures may not use other people's links.</summary>
    internal static JsonNode WithoutSecrets(JsonNode payload)
    {
        if (payload is JsonObject members)
        {
            foreach (var (name, value) in members.ToArray())
            {
                if (value is JsonValue && name.EndsWith("token", StringComparison.OrdinalIgnoreCase))
                {
                    members[name] = Hidden;
                }
                else if (value is not null)
                {
                    WithoutSecrets(value);
                }
            }
        }
        else if (payload is JsonArray items)
        {
            foreach (var item in items.OfType<JsonNode>())
            {
                WithoutSecrets(item);
            }
        }

        return payload;
    }
}
