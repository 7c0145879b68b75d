using System.Text.RegularExpressions;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.SpecialPrices;

/// <summary>A special price as it is written. Variant, currency, group, quantity and start name it: the same again changes it.</summary>
internal sealed partial record SpecialPriceInput(
    VariantId? VariantId, string? CustomerGroup, int? MinQuantity, Money? Price, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt)
{
    private const int MostUnits = 999;

    /// <param name="at">"prices[3]." in a list; empty for one alone.</param>
    /// <param name="shop">Knows the currencies.</param>
    /// <param name="faults">Where faults are noted.</param>
    public void Check(string at, ShopFacts? shop, Faults faults)
    {
        faults.Required(at + "variantId", VariantId);
        faults.Amount(at + "price", Price);
        faults.Unless(Price is null || shop is null || shop.Sells(Price.Value.Currency), at + "price",
            "must be in a currency the shop sells in");
        faults.Unless(CustomerGroup is null || Code().IsMatch(CustomerGroup), at + "customerGroup",
            "must be a group's code: lower-case letters, digits and hyphens, at most 40");
        faults.Unless(MinQuantity is null or (>= 1 and <= MostUnits), at + "minQuantity", $"must be between 1 and {MostUnits}");
        faults.Unless(EndsAt is null || StartsAt is null || EndsAt > StartsAt, at + "endsAt", "must be after startsAt");
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
