using Tradepost.Platform.Types;

namespace Tradepost.Pricing;

/// <summary>Refusals of the settings screens. Those of pricing a basket stand in Contracts.</summary>
internal static class SettingsErrors
{
    public static readonly ErrorCode TaxRateNotFound = new("pricing.tax_rate_not_found", 404, "There is no such tax rate.");

    public static readonly ErrorCode TaxRateExists =
        new("pricing.tax_rate_exists", 409, "There is a tax rate of that name for this place already.");

    public static readonly ErrorCode SpecialPriceNotFound = new("pricing.special_price_not_found", 404, "There is no such special price.");

    public static readonly ErrorCode SpecialPriceExists = new("pricing.special_price_exists", 409,
        "There is a special price for this variant, currency, group, quantity and start already.");

    public static readonly ErrorCode TaxClassNotFound = new("pricing.tax_class_not_found", 404, "There is no such tax class.");

    public static readonly ErrorCode TaxClassExists = new("pricing.tax_class_exists", 409, "Another tax class has this code.");

    public static readonly ErrorCode TaxClassInUse =
        new("pricing.tax_class_in_use", 409, "Tax rates name this class. Change or remove them first.");

    public static readonly ErrorCode TaxClassRequired = new("pricing.tax_class_required", 409, "The standard class can't be removed.");

    public static readonly ErrorCode TaxExemptionNotFound =
        new("pricing.tax_exemption_not_found", 404, "There is no such tax exemption.");

    public static readonly ErrorCode TaxPresetNotFound = new("pricing.tax_preset_not_found", 404, "There is no such table of taxes.");

    public static readonly ErrorCode MethodNotFound = new("pricing.shipping_method_not_found", 404, "There is no such shipping method.");

    public static readonly ErrorCode CodeTaken = new("pricing.shipping_code_taken", 409, "Another shipping method has this code.");

    public static readonly ErrorCode MethodInUse =
        new("pricing.shipping_method_in_use", 409, "Orders refer to this shipping method. Switch it off instead.");

    /// <summary>The file has faulty rows and nothing of it was taken. <c>rows</c>: <c>[{line, column, message}]</c>.</summary>
    public static readonly ErrorCode FileRejected =
        new("pricing.file_rejected", 400, "The file has faulty rows. Nothing of it was taken.");

    public static readonly ErrorCode ProductNotFound = new("pricing.product_not_found", 404, "There is no such product.");
}
