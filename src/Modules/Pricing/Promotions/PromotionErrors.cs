using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Promotions;

/// <summary>Refusals of the screens for promotions. Those of checkout stand in Contracts.</summary>
internal static class PromotionErrors
{
    public static readonly ErrorCode NotFound = new("promotions.not_found", 404, "There is no such promotion.");

    public static readonly ErrorCode CodeTaken = new("promotions.code_taken", 409, "Another promotion has this code.");

    public static readonly ErrorCode ProductNotFound = new("promotions.product_not_found", 404, "There is no such product.");

    public static readonly ErrorCode BulkCodeNotFound = new("promotions.bulk_code_not_found", 404, "This promotion has no such code.");

    public static readonly ErrorCode BulkCodeUsed =
        new("promotions.bulk_code_used", 409, "An order used this code. It stays, so that the order can still be explained.");
}
