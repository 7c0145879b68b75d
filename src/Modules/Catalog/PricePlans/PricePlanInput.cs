using System.Globalization;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.PricePlans;

/// <summary>A price, or so many percent off, for some variants or all of some products, for a time.</summary>
/// <param name="Name">What it is called in lists: "Black Friday".</param>
/// <param name="VariantIds">These variants.</param>
/// <param name="ProductIds">All variants of these products.</param>
/// <param name="Price">For one unit of each.</param>
/// <param name="PercentOff">Instead of a price: so much off what each costs when the plan is made, "12.5".</param>
/// <param name="CompareAtPrice">
/// The price it is shown to be reduced from. Left out: for a time, the price it takes the place of; for good, none.
/// </param>
/// <param name="StartsAt">Left out: now.</param>
/// <param name="EndsAt">Left out: for good.</param>
internal sealed record PricePlanInput(
    string? Name, IReadOnlyList<VariantId>? VariantIds, IReadOnlyList<ProductId>? ProductIds, Money? Price, string? PercentOff,
    Money? CompareAtPrice, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt) : IChecked
{
    public const int MostVariants = 1000;
    private const int Decimals = 4;

    public void Check(Faults faults)
    {
        faults.OptionalText("name", Name, 100);
        var (variants, products) = (VariantIds?.Count ?? 0, ProductIds?.Count ?? 0);
        var named = variants + products > 0 || faults.Has("variantIds") || faults.Has("productIds");
        faults.Unless(named, "variantIds", "name at least one variant, or productIds a product");
        faults.Unless(variants <= MostVariants, "variantIds", $"must be at most {MostVariants}");
        faults.Unless(products <= MostVariants, "productIds", $"must be at most {MostVariants}");
        faults.OptionalAmount("price", Price);
        faults.OptionalAmount("compareAtPrice", CompareAtPrice);
        var one = Price is null != PercentOff is null || faults.Has("price") || faults.Has("percentOff");
        faults.Unless(one, "price", "is required, or else percentOff; not both");
        faults.Unless(PercentOff is null || Percent is > 0 and <= 100, "percentOff",
            $"must be a percentage above 0 and up to 100, with at most {Decimals} decimals");
        faults.Unless(EndsAt is null || StartsAt is null || EndsAt > StartsAt, "endsAt", "must be after startsAt");
    }

    /// <summary>What depends on the moment and the shop.</summary>
    public void CheckAgainst(DateTimeOffset now, Currency currency, Faults faults)
    {
        faults.Unless(StartsAt is null || StartsAt > now - TimeSpan.FromMinutes(1), "startsAt", "lies in the past; leave it out for now");
        faults.Unless(EndsAt is null || EndsAt > now, "endsAt", "lies in the past");
        faults.Unless(Price is null || Price.Value.Currency == currency, "price", $"must be in {currency}");
        faults.Unless(CompareAtPrice is null || CompareAtPrice.Value.Currency == currency, "compareAtPrice", $"must be in {currency}");
    }

    /// <summary>The planned price of something that costs so much.</summary>
    public Money PriceOf(Money now, Rounding rounding) => Price ?? now - now.Percent(Percent ?? 0, rounding);

    private decimal? Percent =>
        decimal.TryParse(PercentOff?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is >= 0 and <= 100 && percent.Scale <= Decimals
            ? percent
            : null;
}
