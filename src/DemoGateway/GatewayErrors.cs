using Tradepost.Platform.Types;

namespace Tradepost.DemoGateway;

/// <summary>Refusals of the gateway's API.</summary>
internal static class GatewayErrors
{
    public static readonly ErrorCode WrongKey = new("gateway.wrong_key", 401, "The API key is wrong.");

    public static readonly ErrorCode KeyReused = new("gateway.key_reused", 409, "This id was used for another amount.");

    public static readonly ErrorCode NoCharge = new("gateway.no_charge", 404, "There is no such charge.");

    public static readonly ErrorCode NotHeld = new("gateway.not_held", 409, "That much is not held for this charge.");

    public static readonly ErrorCode NotRefundable = new("gateway.not_refundable", 409, "That is more than can be given back.");
}
