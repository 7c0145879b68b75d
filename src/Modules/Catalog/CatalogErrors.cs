using Tradepost.Platform.Types;

namespace Tradepost.Catalog;

/// <summary>Refusals of the catalogue.</summary>
internal static class CatalogErrors
{
    public static readonly ErrorCode ProductNotFound = new("catalog.product_not_found", 404, "There is no such product.");

    public static readonly ErrorCode VariantNotFound = new("catalog.variant_not_found", 404, "There is no such variant.");

    public static readonly ErrorCode PlanNotFound = new("catalog.plan_not_found", 404, "There is no such planned price.");

    public static readonly ErrorCode PlanOverlap = new("catalog.plan_overlap", 409,
        "Another price is planned for one of these variants at that time.");

    public static readonly ErrorCode PlanOver = new("catalog.plan_over", 409, "That planned price is over already.");

    public static readonly ErrorCode CategoryNotFound = new("catalog.category_not_found", 404, "There is no such category.");

    public static readonly ErrorCode NameTaken = new("catalog.name_taken", 409, "Another product has this name.");

    public static readonly ErrorCode SkuTaken = new("catalog.sku_taken", 409, "Another variant has this SKU.");

    public static readonly ErrorCode SlugTaken = new("catalog.slug_taken", 409, "Another category has this address.");

    public static readonly ErrorCode CategoryInUse = new("catalog.category_in_use", 409,
        "The category still holds products or other categories.");

    public static readonly ErrorCode CategoryLoop = new("catalog.category_loop", 409, "A category can't be below itself.");
}
