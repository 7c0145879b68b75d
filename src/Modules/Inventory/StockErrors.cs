using Tradepost.Platform.Types;

namespace Tradepost.Inventory;

/// <summary>Refusals of the stock screens. Those of buying stand in Contracts.</summary>
internal static class StockErrors
{
    public static readonly ErrorCode Negative = new("inventory.negative", 409, "There are not that many units to take away.");

    public static readonly ErrorCode BelowReserved = new("inventory.below_reserved", 409, "Some of these units are reserved for orders.");

    public static readonly ErrorCode TooMany = new("inventory.too_many", 409, "That is more than a location can hold.");

    public static readonly ErrorCode UnknownVariant = new("inventory.variant_not_found", 404, "There is no such variant.");

    public static readonly ErrorCode UnknownLocation = new("inventory.location_not_found", 404, "There is no such location.");
}
