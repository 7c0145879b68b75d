using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Webhooks.Sending;

namespace Tradepost.Webhooks.Log;

/// <summary>Sends again, under the same id: a receiver that has it knows it for a repetition.</summary>
internal static class Replay
{
    /// <param name="From">Only what was written from this moment on.</param>
    /// <param name="To">Only what was written before this one.</param>
    internal sealed record Period(DateTimeOffset? From, DateTimeOffset? To) : IChecked
    {
        public void Check(Faults faults) =>
            faults.Unless(From is null || To is null || From < To, "to", "must lie after from");
    }

    /// <param name="Ids">Which; all that failed when left out.</param>
    /// <param name="Action">retry or drop.</param>
    internal sealed record Bulk(string? Action, IReadOnlyList<Guid>? Ids) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Unless(Action is "retry" or "drop", "action", "must be retry or drop");
            faults.Unless(Ids is null || Ids.Count is > 0 and <= 100, "ids", "must be 1 to 100");
        }
    }

    /// <param name="Count">How many it were.</param>
    internal sealed record Changed(int Count);

    /// <param name="Id">Of the delivery that was written.</param>
    internal sealed record Written(DeliveryId Id);

    internal static async Task<IResult> One(DeliveryId id, Database db, CancellationToken cancel) =>
        (await db.Write("webhooks.replay", tx => Again(tx, id), cancel)).NoContent();

    internal static async Task<IResult> Failed(EndpointId id, Body<Period> body, Database db, CancellationToken cancel) =>
        (await db.Write("webhooks.replay_failed", tx => AllFailed(tx, id, body.Value), cancel)).Ok();

    internal static async Task<IResult> InBulk(Body<Bulk> body, Database db, CancellationToken cancel)
    {
        var (ids, retry) = (body.Value.Ids?.ToArray(), body.Value.Action == "retry");
        var status = retry ? "pending" : "dropped";
        var count = await db.Write<int>("webhooks.bulk", async tx => await tx.Execute(
            $"""
            update webhooks.deliveries
            set status = {status}, due_at = {tx.Now}, attempts = case when {retry} then 0 else attempts end
            where status = 'failed' and ({ids}::uuid[] is null or id = any({ids}::uuid[]))
            """), cancel);
        return count.Then(some => new Changed(some)).Ok();
    }

    internal static async Task<IResult> Test(EndpointId id, Database db, CancellationToken cancel) =>
        (await db.Write("webhooks.test", tx => Write(tx, id), cancel)).Ok();

    private static async Task<Outcome<Done>> Again(Tx tx, DeliveryId id)
    {
        var found = await tx.Row(
            $"""
            select d.status, e.active from webhooks.deliveries d join webhooks.endpoints e on e.id = d.endpoint_id
            where d.id = {id} for update of d
            """,
            row => new Found(row.GetString(0), row.GetBoolean(1)));
        if (found is null or { Status: "pending" } or { Active: false })
        {
            return (found is null ? WebhooksErrors.DeliveryNotFound
                : found.Active ? WebhooksErrors.StillOnItsWay : WebhooksErrors.Disabled).Refuse();
        }

        await tx.Execute(
            $"""
            update webhooks.deliveries set status = 'pending', attempts = 0, due_at = {tx.Now}, delivered_at = null where id = {id}
            """);
        return Done.Value;
    }

    private static async Task<Outcome<Changed>> AllFailed(Tx tx, EndpointId id, Period period)
    {
        if (await Active(tx, id) is not { } endpoint)
        {
            return WebhooksErrors.NotFound.Refuse();
        }

        return !endpoint.Active ? WebhooksErrors.Disabled.Refuse() : new Changed(await tx.Execute(
            $"""
            update webhooks.deliveries set status = 'pending', attempts = 0, due_at = {tx.Now}
            where endpoint_id = {id} and status = 'failed' and created_at >= {period.From ?? DateTimeOffset.UnixEpoch}
              and created_at < {period.To ?? tx.Now}
            """));
    }

    private static async Task<Outcome<Written>> Write(Tx tx, EndpointId id) => await Active(tx, id) switch
    {
        null => WebhooksErrors.NotFound.Refuse(),
        { Active: false } => WebhooksErrors.Disabled.Refuse(),
        _ => new Written(FanOut.Queue(tx, id, OfferedEvents.Test, new JsonObject { ["message"] = "This is a test." })),
    };

    private static Task<Found?> Active(Tx tx, EndpointId id) => tx.Row(
        $"select active from webhooks.endpoints where id = {id} for share", row => new Found("", row.GetBoolean(0)));

    private sealed record Found(string Status, bool Active);
}
