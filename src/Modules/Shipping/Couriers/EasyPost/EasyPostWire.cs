using System.Globalization;
using System.Text.Json.Serialization;
using Tradepost.Contracts;
using Tradepost.Platform.Types;
using Tradepost.Shipping.Parcels;

namespace Tradepost.Shipping.Couriers.EasyPost;

// EasyPost's API, as much of it as is used: names as its reference has them (API v2: shipments, trackers, events).
internal sealed record EpRequest(EpShipmentBody Shipment);

internal sealed record EpShipmentBody(string? Reference, EpAddress ToAddress, EpAddress FromAddress, EpParcel Parcel, EpOptions Options);

internal sealed record EpAddress(
    string Name, string? Company, string Street1, string? Street2, string City, string? State, string? Zip, string Country, string? Phone)
{
    public static EpAddress Of(Address address) => new(
        address.Name, address.Company, address.Line1, address.Line2, address.City, address.State, address.PostalCode, address.Country,
        address.Phone);
}

/// <summary>Inches and ounces.</summary>
internal sealed record EpParcel(decimal Weight, decimal? Length, decimal? Width, decimal? Height)
{
    private const decimal GramsPerOunce = 28.349523125m;
    private const decimal MmPerInch = 25.4m;

    // Never less than it is: carriers charge again for what was understated.
    public static EpParcel Of(int grams, ParcelSize? size) => new(
        Up(grams / GramsPerOunce), Inches(size?.LengthMm), Inches(size?.WidthMm), Inches(size?.HeightMm));

    private static decimal? Inches(int? mm) => mm is { } some ? Up(some / MmPerInch) : null;

    private static decimal Up(decimal value) => decimal.Ceiling(value * 10) / 10;
}

internal sealed record EpOptions(string LabelFormat, string LabelSize);

internal sealed record EpBuy(EpRateId Rate);

internal sealed record EpRateId(string Id);

internal sealed record EpShipment(
    string? Id, string? Status, string? TrackingCode, IReadOnlyList<EpRate>? Rates, EpRate? SelectedRate, EpLabel? PostageLabel,
    EpTracker? Tracker, string? RefundStatus, IReadOnlyList<EpMessage>? Messages);

internal sealed record EpMessage(string? Carrier, string? Message);

internal sealed record EpRate(string? Id, string? Carrier, string? Service, string? Rate, string? Currency, int? DeliveryDays)
{
    public string Code => $"{Carrier}/{Service}";

    /// <summary>Null when it is not an amount of a known currency.</summary>
    public Money? Price()
    {
        if (Currency is null || !Platform.Types.Currency.TryOf(Currency, out var currency)
            || !decimal.TryParse(Rate, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
        {
            return null;
        }

        var minor = amount;
        for (var i = 0; i < currency.Scale; i++)
        {
            minor *= 10;
        }

        return new(decimal.ToInt64(decimal.Ceiling(minor)), currency);
    }
}

internal sealed record EpLabel(string? LabelUrl, string? LabelFileType);

internal sealed record EpTracker(
    string? Id, string? TrackingCode, string? Status, string? PublicUrl, IReadOnlyList<EpTrackingDetail>? TrackingDetails)
{
    public IReadOnlyList<CourierEvent> Events() =>
        [.. (TrackingDetails ?? []).Where(detail => detail.Datetime is not null).Select(detail => detail.ToEvent())];
}

internal sealed record EpTrackingDetail(string? Message, string? Status, DateTimeOffset? Datetime, EpPlace? TrackingLocation)
{
    public CourierEvent ToEvent()
    {
        var at = Datetime!.Value.ToUniversalTime();
        var text = string.IsNullOrWhiteSpace(Message) ? Status ?? "Reported" : Message.Trim();
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{at:yyyyMMddHHmmss}-{Status}"), at, StatusOf(Status),
            text.Length > 300 ? text[..300] : text, TrackingLocation?.ToText());
    }

    // Packed stands for all that tells of nothing that moves the parcel.
    private static ShipmentStatus StatusOf(string? status) => status switch
    {
        "in_transit" => ShipmentStatus.InTransit,
        "out_for_delivery" or "available_for_pickup" => ShipmentStatus.OutForDelivery,
        "delivered" => ShipmentStatus.Delivered,
        "return_to_sender" => ShipmentStatus.Returned,
        "failure" or "error" => ShipmentStatus.Exception,
        _ => ShipmentStatus.Packed,
    };
}

internal sealed record EpPlace(string? City, string? State, string? Country)
{
    public string? ToText()
    {
        var text = string.Join(", ", new[] { City, State, Country }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return text.Length == 0 ? null : text;
    }
}

internal sealed record EpEvent(string? Id, string? Description, EpTracker? Result);

internal sealed record EpFailure(EpError? Error);

internal sealed record EpError(string? Code, [property: JsonConverter(typeof(EpMessageConverter))] string? Message);
