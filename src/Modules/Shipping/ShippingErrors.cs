using Tradepost.Platform.Types;

namespace Tradepost.Shipping;

/// <summary>Refusals of the module's routes.</summary>
internal static class ShippingErrors
{
    public static readonly ErrorCode NotShippable = new("shipping.not_shippable", 409, "Only orders that are being packed can be shipped.");

    public static readonly ErrorCode TooMany = new("shipping.too_many", 409, "That is more than is left to ship.");

    public static readonly ErrorCode NothingLeft = new("shipping.nothing_left", 409, "All of this order is packed already.");

    public static readonly ErrorCode NoShipment = new("shipping.not_found", 404, "There is no such shipment.");

    public static readonly ErrorCode NoOrigin = new("shipping.no_origin", 409, "The shop's own address for parcels is not set yet.");

    public static readonly ErrorCode NotInTheHouse = new("shipping.not_packed", 409, "This parcel is not waiting here with a label.");

    public static readonly ErrorCode NotOnItsWay = new("shipping.not_on_its_way", 409, "This parcel is not on its way.");

    public static readonly ErrorCode NoLabel = new("shipping.no_label", 409, "This parcel has no label.");

    public static readonly ErrorCode PdfOnly = new("shipping.pdf_only", 409, "One of these labels is a picture: print them as PDF.");

    public static readonly ErrorCode CourierRefused = new("shipping.courier_refused", 409, "The courier refused.");

    public static readonly ErrorCode CourierAway = new("shipping.courier_unavailable", 503, "The courier does not answer.");

    public static readonly ErrorCode NoCourier = new("shipping.courier_unknown", 404, "There is no such courier.");

    public static readonly ErrorCode BadSignature = new("shipping.bad_signature", 401, "The signature does not match.");
}
