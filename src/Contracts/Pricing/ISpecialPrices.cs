using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Pricing;

/// <summary>Better prices than the catalogue's: for a quantity, for a group of customers, for a time.</summary>
public interface ISpecialPrices
{
    /// <summary>What is offered now of these variants in this currency: to everybody, and to the groups of this customer.</summary>
    Task<SpecialOffers> Offered(
        IReadOnlyCollection<VariantId> variants, Currency currency, UserId? customer, CancellationToken cancel);
}

/// <summary>What is offered at a moment.</summary>
/// <param name="Prices">By variant, then by quantity.</param>
/// <param name="ChangesAt">When a window opens or closes next, and the answer becomes another; null: never by itself.</param>
public sealed record SpecialOffers(IReadOnlyList<SpecialOffer> Prices, DateTimeOffset? ChangesAt);

/// <summary>A price from a quantity on.</summary>
/// <param name="VariantId">Of what.</param>
/// <param name="MinQuantity">Units on one line of the cart from which it counts.</param>
/// <param name="Price">For one unit.</param>
/// <param name="ForGroup">Whether only a group of customers gets it.</param>
public sealed record SpecialOffer(VariantId VariantId, int MinQuantity, Money Price, bool ForGroup);

/// <summary>Names under which remembered answers about prices are dropped.</summary>
public static class PricingTags
{
    /// <summary>Before the id of a variant.</summary>
    public const string SpecialPricesOf = "special-prices:";

    /// <summary>The special prices of a variant.</summary>
    public static string SpecialPrices(VariantId variant) => SpecialPricesOf + variant;
}
