using Microsoft.AspNetCore.Http;

namespace Tradepost.Shipping.Couriers.EasyPost;

/// <summary>
/// EasyPost sells labels of many carriers. Making a shipment there costs nothing and answers its rates; buying is a second call, which the
/// shop can always look up afterwards: a shipment has its label or it has not.
/// </summary>
internal sealed class EasyPostCourier(EasyPostClient client) : ICourier
{
    private const string Png = "PNG";

    public string Id => "easypost";

    public string Name => "EasyPost";

    public bool IsOffered => client.ApiKey is not null;

    public async Task<CourierAnswer<IReadOnlyList<CourierRate>>> Rates(Consignment parcel, CancellationToken cancel)
    {
        var answer = await Create(parcel, null, cancel);
        if (answer.Value is not { } shipment)
        {
            return answer.As<IReadOnlyList<CourierRate>>();
        }

        List<CourierRate> rates =
        [
            .. from rate in shipment.Rates ?? []
               let price = rate.Price()
               where price is not null
               orderby price.Value.Minor
               select new CourierRate(rate.Code, $"{rate.Carrier} {rate.Service}", price.Value, rate.DeliveryDays),
        ];
        return rates.Count > 0
            ? CourierAnswer<IReadOnlyList<CourierRate>>.Of(rates)
            : CourierAnswer<IReadOnlyList<CourierRate>>.Refused(WhyNone(shipment));
    }

    public async Task<CourierAnswer<string>> Open(Consignment parcel, CancellationToken cancel)
    {
        var answer = await Create(parcel, parcel.Id.ToString(), cancel);
        return answer.Value is { } shipment ? CourierAnswer<string>.Of(shipment.Id!) : answer.As<string>();
    }

    public async Task<CourierAnswer<BoughtLabel>> Buy(string reference, string? service, CancellationToken cancel)
    {
        // What was bought by a call whose answer was lost is there already.
        var known = await client.Ask(HttpMethod.Get, $"shipments/{reference}", null, cancel);
        if (known.Value is not { } shipment)
        {
            return known.As<BoughtLabel>();
        }

        if (shipment.PostageLabel is null)
        {
            if (Choose(shipment, service) is not { } rate)
            {
                return CourierAnswer<BoughtLabel>.Refused(
                    service is null || shipment.Rates is not { Count: > 0 } ? WhyNone(shipment) : $"There is no service \"{service}\".");
            }

            var bought = await client.Ask(HttpMethod.Post, $"shipments/{reference}/buy", new EpBuy(new(rate.Id!)), cancel);
            if (bought.Value is not { } paid)
            {
                // Two who bought at once: one of them is told that the postage exists.
                return bought.Reason is { } reason && reason.Contains("already", StringComparison.OrdinalIgnoreCase)
                    ? CourierAnswer<BoughtLabel>.Lost : bought.As<BoughtLabel>();
            }

            shipment = paid;
        }

        return await Label(shipment, cancel);
    }

    public async Task<CourierAnswer<bool>> Void(string reference, CancellationToken cancel)
    {
        var known = await client.Ask(HttpMethod.Get, $"shipments/{reference}", null, cancel);
        if (known.Value is not { } shipment)
        {
            return known.As<bool>();
        }

        if (shipment.PostageLabel is null || shipment.RefundStatus is "submitted" or "refunded")
        {
            return CourierAnswer<bool>.Of(true);
        }

        var answer = await client.Ask(HttpMethod.Post, $"shipments/{reference}/refund", null, cancel);
        return answer.Value is not { } asked ? answer.As<bool>()
            : asked.RefundStatus is "submitted" or "refunded" ? CourierAnswer<bool>.Of(true)
            : CourierAnswer<bool>.Refused("The carrier does not take the label back.");
    }

    public async Task<CourierAnswer<IReadOnlyList<CourierEvent>>> Track(string reference, CancellationToken cancel)
    {
        var answer = await client.Ask(HttpMethod.Get, $"shipments/{reference}", null, cancel);
        return answer.Value is { } shipment
            ? CourierAnswer<IReadOnlyList<CourierEvent>>.Of(shipment.Tracker?.Events() ?? [])
            : answer.As<IReadOnlyList<CourierEvent>>();
    }

    public bool IsGenuine(IHeaderDictionary headers, ReadOnlySpan<byte> body) =>
        client.WebhookSecret is { } secret && EasyPostSignature.Matches(headers[EasyPostSignature.Header].ToString(), body, secret);

    public CourierNotice? Read(string payload)
    {
        if (EasyPostClient.Event(payload) is not { Id: { Length: > 0 and <= 200 } id } read)
        {
            return null;
        }

        var told = read.Description?.StartsWith("tracker.", StringComparison.Ordinal) == true ? read.Result : null;
        return new(id, told?.TrackingCode, told?.Events() ?? []);
    }

    private Task<CourierAnswer<EpShipment>> Create(Consignment parcel, string? reference, CancellationToken cancel)
    {
        var body = new EpShipmentBody(
            reference, EpAddress.Of(parcel.To), EpAddress.Of(parcel.From), EpParcel.Of(parcel.WeightGrams, parcel.Size),
            new(Png, "4x6"));
        return client.Ask(HttpMethod.Post, "shipments", new EpRequest(body), cancel);
    }

    private async Task<CourierAnswer<BoughtLabel>> Label(EpShipment shipment, CancellationToken cancel)
    {
        // Without its picture a label is of no use: it is asked for again until it is there.
        if (shipment is not { TrackingCode: { } number, PostageLabel.LabelUrl: { } url, SelectedRate: { Carrier: { } carrier } rate }
            || await client.Label(url, cancel) is not { } picture)
        {
            return CourierAnswer<BoughtLabel>.Lost;
        }

        return CourierAnswer<BoughtLabel>.Of(
            new(carrier, rate.Service is { Length: > 0 } service ? service : "Standard", number, rate.Price(), shipment.Tracker?.PublicUrl) { File = new("png", picture) });
    }

    private static EpRate? Choose(EpShipment shipment, string? service) => (shipment.Rates ?? [])
        .Where(rate => rate.Id is not null && rate.Price() is not null && (service is null || rate.Code == service))
        .MinBy(rate => rate.Price()!.Value.Minor);

    private static string WhyNone(EpShipment shipment) =>
        shipment.Messages?.Select(message => message.Message).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text))
        ?? "No carrier takes this parcel.";
}
