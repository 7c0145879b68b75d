using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Webhooks.Endpoints;

/// <summary>Receivers and the events they may ask for.</summary>
internal static class ReadEndpoints
{
    /// <param name="Items">All receivers, the oldest first.</param>
    /// <param name="Events">Every event that may be asked for.</param>
    internal sealed record EndpointList(IReadOnlyList<EndpointView> Items, IReadOnlyList<string> Events);

    internal static async Task<IResult> List(Database db, IOptions<WebhooksOptions> options, TimeProvider time, CancellationToken cancel)
    {
        var items = await db.Query(
            $"select {EndpointView.Columns} from webhooks.endpoints order by created_at, id",
            row => EndpointView.Read(row, options.Value, time.GetUtcNow()), cancel);
        return Results.Json(new EndpointList(items, OfferedEvents.Names), ApiJson.Options);
    }

    internal static async Task<IResult> Show(
        EndpointId id, HttpContext http, Database db, IOptions<WebhooksOptions> options, TimeProvider time, CancellationToken cancel)
    {
        var found = await db.Row(
            $"select {EndpointView.Columns} from webhooks.endpoints where id = {id}",
            row => EndpointView.Read(row, options.Value, time.GetUtcNow()), cancel);
        if (found is null)
        {
            return WebhooksErrors.NotFound.Refuse().ToResult();
        }

        http.Response.Headers.ETag = Etags.Of(found.Version);
        return Results.Json(found, ApiJson.Options);
    }
}
