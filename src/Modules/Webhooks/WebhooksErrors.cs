using Tradepost.Platform.Types;

namespace Tradepost.Webhooks;

/// <summary>What this module refuses, and why.</summary>
internal static class WebhooksErrors
{
    public static readonly ErrorCode NotFound = new("webhooks.not_found", 404, "There is no such webhook.");

    public static readonly ErrorCode DeliveryNotFound = new("webhooks.delivery_not_found", 404, "There is no such delivery.");

    public static readonly ErrorCode StillOnItsWay = new("webhooks.still_pending", 409, "That delivery is still on its way.");

    public static readonly ErrorCode Disabled = new("webhooks.disabled", 409, "That webhook is switched off. Switch it on first.");

    public static readonly ErrorCode TooMany = new("webhooks.too_many", 409, "There are as many webhooks as a shop may have.");
}
