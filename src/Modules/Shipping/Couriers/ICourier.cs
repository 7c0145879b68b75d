using Microsoft.AspNetCore.Http;

namespace Tradepost.Shipping.Couriers;

/// <summary>
/// Somebody who sells labels and reports where parcels are. Adding one touches nothing but the list of the module's services. Calls go
/// over the network and are never made inside a transaction.
/// </summary>
internal interface ICourier
{
    /// <summary>Its name in data and addresses.</summary>
    string Id { get; }

    /// <summary>As staff read it.</summary>
    string Name { get; }

    /// <summary>False while its keys are missing or it is switched off: then nobody is offered it.</summary>
    bool IsOffered { get; }

    /// <summary>What sending it would cost, by service.</summary>
    Task<CourierAnswer<IReadOnlyList<CourierRate>>> Rates(Consignment parcel, CancellationToken cancel);

    /// <summary>Tells the courier of a parcel and answers its name for it there. Costs nothing; may be repeated.</summary>
    Task<CourierAnswer<string>> Open(Consignment parcel, CancellationToken cancel);

    /// <summary>Buys the label of an opened parcel. Asked twice it buys once and answers the same.</summary>
    /// <param name="reference">What <see cref="Open"/> answered.</param>
    /// <param name="service">The rate's; null: the cheapest.</param>
    /// <param name="cancel">Ends the waiting.</param>
    Task<CourierAnswer<BoughtLabel>> Buy(string reference, string? service, CancellationToken cancel);

    /// <summary>Gives a label back. Refused once the parcel is on its way.</summary>
    Task<CourierAnswer<bool>> Void(string reference, CancellationToken cancel);

    /// <summary>All that happened to a parcel so far.</summary>
    Task<CourierAnswer<IReadOnlyList<CourierEvent>>> Track(string reference, CancellationToken cancel);

    /// <summary>Whether a webhook really comes from the courier.</summary>
    bool IsGenuine(IHeaderDictionary headers, ReadOnlySpan<byte> body);

    /// <summary>What a genuine webhook says; null when it is unreadable.</summary>
    CourierNotice? Read(string payload);
}
