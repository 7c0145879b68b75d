using Tradepost.Contracts;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Http;

namespace Tradepost.Host.Serving;

/// <summary>How the shop sends things, as staff write it.</summary>
/// <param name="Origin">Where parcels come from; null: not known, and no label can be made.</param>
/// <param name="DefaultCourier">The one proposed first; null: none.</param>
/// <param name="DemoCourier">Whether the make-believe courier is offered.</param>
/// <param name="DemoCourierSeconds">Between two events of its parcels.</param>
internal sealed record ShippingInput(AddressInput? Origin, string? DefaultCourier, bool? DemoCourier, int? DemoCourierSeconds)
{
    public void Check(Faults faults)
    {
        Origin?.Check(faults, "shipping.origin");
        faults.OptionalText("shipping.defaultCourier", DefaultCourier, 40);
        faults.Required("shipping.demoCourier", DemoCourier);
        faults.Unless(DemoCourierSeconds is null or (>= 1 and <= 86_400), "shipping.demoCourierSeconds", "must be between 1 and 86400");
    }

    public ShippingFacts ToFacts() => new()
    {
        Origin = Origin?.ToAddress(),
        DefaultCourier = string.IsNullOrWhiteSpace(DefaultCourier) ? null : DefaultCourier.Trim(),
        DemoCourier = DemoCourier!.Value,
        DemoCourierSeconds = DemoCourierSeconds ?? new ShippingFacts().DemoCourierSeconds,
    };
}
