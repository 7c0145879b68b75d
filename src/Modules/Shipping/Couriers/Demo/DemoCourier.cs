using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Shipping.Parcels;

namespace Tradepost.Shipping.Couriers.Demo;

/// <summary>
/// A courier that is nobody: it sells labels for made-up prices and its parcels travel by themselves. It keeps its own books and reports
/// by signed webhook, so that the shop treats it as any other.
/// </summary>
internal sealed class DemoCourier(Database db, ShopSettings settings, IConfiguration configuration, TimeProvider time) : ICourier
{
    public const string CourierId = "demo";
    private const string Standard = "standard";
    private const string Express = "express";

    public string Id => CourierId;

    public string Name => "Demo Express";

    public bool IsOffered => settings.Now.Shipping.DemoCourier && Secret is not null;

    private string? Secret => configuration["DemoCourier:WebhookSecret"];

    public Task<CourierAnswer<IReadOnlyList<CourierRate>>> Rates(Consignment parcel, CancellationToken cancel) =>
        Task.FromResult(CourierAnswer<IReadOnlyList<CourierRate>>.Of(
        [
            new(Standard, "Standard", Price(Standard, parcel.WeightGrams), 4),
            new(Express, "Express", Price(Express, parcel.WeightGrams), 1),
        ]));

    public async Task<CourierAnswer<string>> Open(Consignment parcel, CancellationToken cancel)
    {
        await db.Write("demo_courier.open", tx => tx.Execute(
            $"""
            insert into shipping.demo_parcels (id, tracking_number, service, from_city, to_city, ending, history, weight_grams, created_at)
            values ({parcel.Id}, {TrackingNumber.Next("DX")}, {Standard}, {parcel.From.City}, {parcel.To.City}, {Ending(parcel)},
              {Json.Of(Array.Empty<DemoStop>())}, {parcel.WeightGrams}, {tx.Now})
            on conflict (id) do nothing
            """), cancel);
        return CourierAnswer<string>.Of(parcel.Id.ToString());
    }

    public async Task<CourierAnswer<BoughtLabel>> Buy(string reference, string? service, CancellationToken cancel)
    {
        var wanted = service ?? Standard;
        if (wanted is not (Standard or Express))
        {
            return CourierAnswer<BoughtLabel>.Refused($"There is no service \"{wanted}\".");
        }

        var id = Guid.Parse(reference);
        var pause = TimeSpan.FromSeconds(settings.Now.Shipping.DemoCourierSeconds);
        await db.Write("demo_courier.buy", tx => tx.Execute(
            $"""
            update shipping.demo_parcels set service = {wanted}, bought_at = {tx.Now}, next_at = {tx.Now + pause}
            where id = {id} and bought_at is null and cancelled_at is null
            """), cancel);
        var bought = await db.Row(
            $"select tracking_number, service, weight_grams from shipping.demo_parcels where id = {id} and cancelled_at is null",
            row => (Number: row.GetString(0), Service: row.GetString(1), Weight: row.GetInt32(2)), cancel);
        return bought.Number is null
            ? CourierAnswer<BoughtLabel>.Refused("This parcel was cancelled.")
            : CourierAnswer<BoughtLabel>.Of(
                new(Name, bought.Service == Express ? "Express" : "Standard", bought.Number, Price(bought.Service, bought.Weight), null));
    }

    public async Task<CourierAnswer<bool>> Void(string reference, CancellationToken cancel)
    {
        var id = Guid.Parse(reference);
        await db.Write("demo_courier.cancel", tx => tx.Execute(
            $"""
            update shipping.demo_parcels set cancelled_at = {tx.Now}, next_at = null
            where id = {id} and cancelled_at is null and jsonb_array_length(history) = 0
            """), cancel);
        var gone = await db.Row(
            $"select cancelled_at is not null from shipping.demo_parcels where id = {id}", row => row.GetBoolean(0), cancel);
        return gone ? CourierAnswer<bool>.Of(true) : CourierAnswer<bool>.Refused("The parcel is on its way already.");
    }

    public async Task<CourierAnswer<IReadOnlyList<CourierEvent>>> Track(string reference, CancellationToken cancel)
    {
        var history = await db.Row(
            $"select history::text from shipping.demo_parcels where id = {Guid.Parse(reference)}",
            row => row.Json<List<DemoStop>>(0), cancel);
        return CourierAnswer<IReadOnlyList<CourierEvent>>.Of([.. (history ?? []).Select(stop => stop.ToEvent())]);
    }

    public bool IsGenuine(IHeaderDictionary headers, ReadOnlySpan<byte> body) =>
        Secret is { } secret && DemoSignature.Matches(headers[DemoSignature.Header].ToString(), body, secret, time.GetUtcNow());

    public CourierNotice? Read(string payload)
    {
        try
        {
            var read = JsonSerializer.Deserialize<DemoReport>(payload, ApiJson.Options);
            return read?.Id is null ? null
                : new(read.Id, read.TrackingNumber, [.. (read.Stops ?? []).Select(stop => stop.ToEvent())]);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Money Price(string service, int grams)
    {
        var currency = settings.Currency;
        var units = (service == Express ? 990 : 490) + (grams / 1000 * 60);
        return new(Rounding.HalfUp.Divide(units * (long)Math.Pow(10, currency.Scale), 100), currency);
    }

    /// <summary>How the journey ends can be asked for in the address, so that both unlucky endings can be shown.</summary>
    private static string Ending(Consignment parcel) => parcel.To.Line2?.Trim().ToUpperInvariant() switch
    {
        "EXCEPTION" => "exception", "RETURN" => "returned", _ => "delivered",
    };
}

/// <summary>A stop on a demo parcel's way.</summary>
internal sealed record DemoStop(string Id, DateTimeOffset At, ShipmentStatus Status, string Text, string? Place)
{
    public CourierEvent ToEvent() => new(Id, At, Status, Text, Place);
}

/// <summary>What the demo courier's webhook carries.</summary>
internal sealed record DemoReport(string? Id, string? TrackingNumber, IReadOnlyList<DemoStop>? Stops);
