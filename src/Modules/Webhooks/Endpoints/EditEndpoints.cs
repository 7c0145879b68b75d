using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Webhooks.Endpoints;

/// <summary>Creates, changes and deletes receivers.</summary>
internal sealed class EditEndpoints(
    Secrets secrets, IOptions<WebhooksOptions> options, IHostEnvironment environment, TimeProvider time)
{
    private const int MostEndpoints = 50;

    internal static async Task<IResult> Create(Body<EndpointInput> body, EditEndpoints edit, Database db, CancellationToken cancel) =>
        edit.Fault(body.Value) is { } fault ? fault.ToResult()
            : (await db.Write("webhooks.create", tx => edit.Create(tx, body.Value), cancel))
                .Created(endpoint => $"/api/v1/admin/webhooks/{endpoint.Id}");

    internal static async Task<IResult> Change(
        EndpointId id, Body<EndpointInput> body, HttpContext http, EditEndpoints edit, Database db, CancellationToken cancel) =>
        edit.Fault(body.Value) is { } fault ? fault.ToResult()
            : (await db.Write("webhooks.change", tx => edit.Change(tx, id, body.Value, http), cancel)).Ok();

    internal static async Task<IResult> Delete(EndpointId id, Database db, CancellationToken cancel) =>
        (await db.Write<Done>("webhooks.delete", async tx =>
            await tx.Execute($"delete from webhooks.endpoints where id = {id}") == 1
                ? Done.Value : WebhooksErrors.NotFound.Refuse(), cancel)).NoContent();

    internal static async Task<IResult> Rotate(EndpointId id, EditEndpoints edit, Database db, CancellationToken cancel) =>
        (await db.Write("webhooks.rotate", tx => edit.Rotate(tx, id), cancel)).Ok();

    private Refusal? Fault(EndpointInput input) =>
        Outside.Fault(input.Url!.Trim(), options.Value.AllowPrivate || environment.IsDevelopment()) is { } fault
            ? PlatformErrors.Invalid.On("url", fault)
            : null;

    private async Task<Outcome<EndpointView>> Create(Tx tx, EndpointInput input)
    {
        await tx.Execute($"select pg_advisory_xact_lock(hashtext('webhooks.endpoints'))");
        if (await tx.Row($"select count(*) from webhooks.endpoints", row => row.GetInt64(0)) >= MostEndpoints)
        {
            return WebhooksErrors.TooMany.Refuse();
        }

        var id = EndpointId.New();
        var created = await tx.Row(
            $"""
            insert into webhooks.endpoints (id, url, description, events, active, created_at, updated_at)
            values ({id}, {input.Url!.Trim()}, {input.Description?.Trim() ?? ""}, {Names(input)}, {input.Active ?? true}, {tx.Now}, {tx.Now})
            returning {EndpointView.Columns}
            """,
            row => EndpointView.Read(row, options.Value, time.GetUtcNow()));
        return created! with { Secret = secrets.Of(id, 1) };
    }

    private async Task<Outcome<EndpointView>> Change(Tx tx, EndpointId id, EndpointInput input, HttpContext http)
    {
        var held = await tx.Row($"select version from webhooks.endpoints where id = {id} for update", row => new Held(row.GetInt32(0)));
        if (held is null)
        {
            return WebhooksErrors.NotFound.Refuse();
        }

        if (Etags.Check(http, held.Version) is { } stale)
        {
            return stale;
        }

        // Switching it on by hand gives it a fresh start: its failures of before count no more.
        return (await tx.Row(
            $"""
            update webhooks.endpoints set url = {input.Url!.Trim()}, description = {input.Description?.Trim() ?? ""},
              events = {Names(input)}, failing_since = case when {input.Active ?? true} and not active then null else failing_since end,
              disabled_reason = case when {input.Active ?? true} then null else disabled_reason end,
              active = {input.Active ?? true}, version = version + 1, updated_at = {tx.Now}
            where id = {id} returning {EndpointView.Columns}
            """,
            row => EndpointView.Read(row, options.Value, time.GetUtcNow())))!;
    }

    private async Task<Outcome<EndpointView>> Rotate(Tx tx, EndpointId id)
    {
        var (generation, view) = await tx.Row(
            $"""
            update webhooks.endpoints set generation = generation + 1, rotated_at = {tx.Now}, version = version + 1, updated_at = {tx.Now}
            where id = {id} returning {EndpointView.Columns}
            """,
            row => (row.GetInt32(10), EndpointView.Read(row, options.Value, time.GetUtcNow())));
        return view is null ? WebhooksErrors.NotFound.Refuse() : view with { Secret = secrets.Of(id, generation) };
    }

    private static string[] Names(EndpointInput input) => [.. input.Events!.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private sealed record Held(int Version);
}
