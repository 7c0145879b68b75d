using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Jobs;
using Tradepost.Platform.Types;

namespace Tradepost.Shipping.Couriers.Demo;

/// <summary>
/// Drives demo parcels to their next stop and reports it by webhook. A report that is not heard is not sent again: the shop asks after
/// parcels by itself.
/// </summary>
internal sealed partial class DemoVan(
    Database db, ShopSettings settings, IConfiguration configuration, IHttpClientFactory clients, TimeProvider time, ILogger<DemoVan> log)
    : IPeriodicJob
{
    public const string ClientName = "demo-courier";
    private const int BatchSize = 20;

    public string Name => "shipping.demo_courier";

    public TimeSpan Every => TimeSpan.FromSeconds(1);

    public async Task<int> Run(CancellationToken cancel)
    {
        if (!settings.Now.Shipping.DemoCourier)
        {
            return 0;
        }

        var reports = (await db.Write<List<DemoReport>>("demo_courier.drive", async tx => await Drive(tx), cancel)).Value;
        foreach (var report in reports)
        {
            await Send(report, cancel);
        }

        return reports.Count;
    }

    private async Task<List<DemoReport>> Drive(Tx tx)
    {
        var due = await tx.Query(
            $"""
            select id, tracking_number, from_city, to_city, ending, history::text from shipping.demo_parcels
            where next_at <= {tx.Now} order by next_at limit {BatchSize} for update skip locked
            """,
            row => (Id: row.GetGuid(0), Number: row.GetString(1), From: row.GetString(2), To: row.GetString(3), Ending: row.GetString(4),
                History: row.Json<List<DemoStop>>(5)));
        var reports = new List<DemoReport>(due.Count);
        foreach (var parcel in due)
        {
            var stop = DemoJourney.Next(parcel.Id, parcel.History.Count, parcel.From, parcel.To, parcel.Ending, tx.Now);
            List<DemoStop> history = stop is null ? parcel.History : [.. parcel.History, stop];
            DateTimeOffset? next = stop is null ? null : tx.Now + TimeSpan.FromSeconds(settings.Now.Shipping.DemoCourierSeconds);
            tx.Queue(
                $"""
                update shipping.demo_parcels set history = {Json.Of(history)}, next_at = {next}::timestamptz where id = {parcel.Id}
                """);
            if (stop is not null)
            {
                reports.Add(new(stop.Id, parcel.Number, [stop]));
            }
        }

        return reports;
    }

    private async Task Send(DemoReport report, CancellationToken cancel)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(report, ApiJson.Options);
        var address = configuration["DemoCourier:WebhookUrl"] ?? $"{settings.BaseUrl}/api/v1/webhooks/couriers/{DemoCourier.CourierId}";
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add(
            DemoSignature.Header, DemoSignature.Of(body, configuration["DemoCourier:WebhookSecret"] ?? "", time.GetUtcNow()));
        try
        {
            using var answer = await clients.CreateClient(ClientName).SendAsync(request, cancel);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            Unheard(log, report.TrackingNumber!, failure.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Nobody heard the report of demo parcel {Number}: {Reason}")]
    private static partial void Unheard(ILogger log, string number, string reason);
}
