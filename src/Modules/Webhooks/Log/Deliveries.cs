using System.Globalization;
using Microsoft.AspNetCore.Http;
using Npgsql;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Webhooks.Log;

/// <summary>Marks ids of deliveries.</summary>
internal abstract class DeliveryKind;

/// <summary>Something sent, or to be sent, to a receiver.</summary>
/// <param name="Status">pending, delivered, failed or dropped.</param>
/// <param name="DueAt">When it is tried next.</param>
/// <param name="LastStatus">The receiver's last HTTP status.</param>
/// <param name="LastError">Why there is none.</param>
/// <param name="Body">What is sent; in a list left out.</param>
/// <param name="Log">Every attempt, the latest first; in a list left out.</param>
internal sealed record DeliveryView(
    DeliveryId Id, EndpointId EndpointId, string Type, string Status, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset DueAt,
    DateTimeOffset? DeliveredAt, int? LastStatus, string? LastError, string Url, string? Body = null,
    IReadOnlyList<AttemptView>? Log = null);

/// <summary>One attempt.</summary>
/// <param name="Answer">The first KB of what the receiver said.</param>
internal sealed record AttemptView(DateTimeOffset At, string Url, int? Status, string? Error, string Answer, int DurationMs);

/// <summary>What was sent to receivers, newest first.</summary>
internal static class Deliveries
{
    internal static async Task<IResult> List(PageQuery page, HttpContext http, Database db, CancellationToken cancel)
    {
        var faults = new Faults();
        var query = http.Request.Query;
        var status = QueryValues.OneOf(query, "status", faults, "any", "pending", "delivered", "failed", "dropped");
        var endpoint = QueryValues.Text(query, "endpointId", 40, faults);
        faults.Unless(endpoint is null || Guid.TryParse(endpoint, CultureInfo.InvariantCulture, out _), "endpointId", "must be a UUID");
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        SqlText Where() => $"where ({endpoint}::uuid is null or d.endpoint_id = {endpoint}::uuid) and ({status} = 'any' or d.status = {status})";
        var items = await db.Query(
            $"{Select} {Where()} order by d.created_at desc, d.id desc limit {page.PageSize} offset {page.Offset}", Read, cancel);
        var total = await db.Row($"select count(*) from webhooks.deliveries d {Where()}", row => row.GetInt64(0), cancel);
        return Results.Json(new Paged<DeliveryView>(items, page.Page, page.PageSize, total), ApiJson.Options);
    }

    internal static async Task<IResult> Show(DeliveryId id, Database db, CancellationToken cancel)
    {
        var found = await db.Row($"{Select} where d.id = {id}", row => Read(row) with { Body = row.GetString(11) }, cancel);
        if (found is null)
        {
            return WebhooksErrors.DeliveryNotFound.Refuse().ToResult();
        }

        var log = await db.Query(
            $"""
            select at, url, status, error, answer, duration_ms from webhooks.attempts where delivery_id = {id}
            order by at desc, id desc limit 100
            """,
            row => new AttemptView(
                row.Instant(0), row.GetString(1), row.IntOrNull(2), row.TextOrNull(3), row.GetString(4), row.GetInt32(5)),
            cancel);
        return Results.Json(found with { Log = log }, ApiJson.Options);
    }

    private static SqlText Select => $"""
        select d.id, d.endpoint_id, d.type, d.status, d.attempts, d.created_at, d.due_at, d.delivered_at, a.status, a.error, e.url, d.body
        from webhooks.deliveries d join webhooks.endpoints e on e.id = d.endpoint_id
        left join lateral (
          select status, error from webhooks.attempts where delivery_id = d.id order by at desc, id desc limit 1) a on true
        """;

    private static DeliveryView Read(NpgsqlDataReader row) => new(
        row.Id<DeliveryKind>(0), row.Id<Endpoints.EndpointKind>(1), row.GetString(2), row.GetString(3), row.GetInt32(4), row.Instant(5),
        row.Instant(6), row.InstantOrNull(7), row.IntOrNull(8), row.TextOrNull(9), row.GetString(10));
}
