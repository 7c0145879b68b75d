using Tradepost.Platform.Types;

namespace Tradepost.Shipping;

/// <summary>Refusals of the module's routes.</summary>
internal static class ShippingErrors
{
    public static readonly ErrorCode NotShippable = new("shipping.not_shippable", 409, "Only orders that are being packed can be shipped.");

    public static readonly ErrorCode TooMany = new("shipping.too_many", 409, "That is more than is left to ship.");

    public static readonly ErrorCode NoShipment = new("shipping.not_found", 404, "There is no such shipment.");

    public static readonly ErrorCode NoOrigin = new("shipping.no_origin", 409, "The shop's own address for parcels is not set yet.");
}
