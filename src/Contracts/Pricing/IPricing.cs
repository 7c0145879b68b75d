using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Pricing;

/// <summary>What things cost in all. The only place where totals are made.</summary>
public interface IPricing
{
    /// <summary>Prices a basket: subtotal, discounts, shipping, tax, total, and how each came to be.</summary>
    /// <remarks>Tax rates and shipping methods are remembered in memory and dropped when they change.</remarks>
    Task<Outcome<Quote>> Price(Basket basket, CancellationToken cancel);

    /// <summary>
    /// Ways to send the basket to its destination, cheapest first; empty when there is no destination or nobody delivers there.
    /// </summary>
    Task<IReadOnlyList<ShippingOption>> ShippingOptions(Basket basket, CancellationToken cancel);

    /// <summary>The least value of goods from which some delivery is free; null when none ever is.</summary>
    Task<Money?> FreeShippingOver(CancellationToken cancel);
}

/// <summary>What is to be priced.</summary>
/// <param name="Currency">Of every amount.</param>
/// <param name="Lines">What is bought.</param>
/// <param name="Destination">Where it goes; null: not known yet, no tax and no shipping.</param>
/// <param name="ShippingOption">The chosen method; null: not chosen yet.</param>
public sealed record Basket(Currency Currency, IReadOnlyList<BasketLine> Lines, Destination? Destination, ShippingMethodId? ShippingOption);

/// <summary>One line to be priced.</summary>
/// <param name="Key">Names the line in the answer.</param>
/// <param name="Label">For the trace.</param>
/// <param name="UnitPrice">For one unit.</param>
/// <param name="Quantity">Units, 1 or more.</param>
/// <param name="WeightGrams">Of one unit; null when unknown.</param>
public sealed record BasketLine(string Key, string Label, Money UnitPrice, int Quantity, int? WeightGrams);

/// <summary>A way to send something.</summary>
public sealed record ShippingOption(ShippingMethodId Id, string Code, string Name, Money Price, EstimatedDays EstimatedDays);

/// <summary>Working days until delivery.</summary>
public sealed record EstimatedDays(int Min, int Max);

/// <summary>
/// A priced basket. total = subtotal − discount + shipping + tax (a contained tax is not added), and the trace adds up to the total.
/// </summary>
public sealed record Quote(
    IReadOnlyList<QuoteLine> Lines, Totals Totals, IReadOnlyList<TraceStep> Trace, IReadOnlyList<TaxAmount> Taxes,
    ShippingOption? Shipping);

/// <summary>A priced line. <paramref name="LineTotal"/> is before discount and tax: unit price × quantity.</summary>
public sealed record QuoteLine(string Key, Money UnitPrice, int Quantity, Money LineTotal, Money Discount, Money Tax);

/// <summary>The sums of an order or a cart.</summary>
public sealed record Totals(Money Subtotal, Money Discount, Money Shipping, Money Tax, Money Total, bool TaxIncluded = false);

/// <summary>One step of how a total came to be. All steps but <see cref="IncludedTax"/> add up to the total.</summary>
/// <param name="Step">line, discount, shipping, tax, includedTax.</param>
/// <param name="Label">In words.</param>
/// <param name="Amount">What it adds; negative for discounts.</param>
/// <param name="LineId">The line it concerns.</param>
public sealed record TraceStep(string Step, string Label, Money Amount, string? LineId = null)
{
    /// <summary>Names a step that shows the tax contained in the others: information, not a summand.</summary>
    public const string IncludedTax = "includedTax";
}

/// <summary>A tax by its name and rate.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Percent">As text, "8.25".</param>
/// <param name="Amount">The sum over all it applied to.</param>
public sealed record TaxAmount(string Name, string Percent, Money Amount);

/// <summary>Refusals other modules answer on behalf of pricing.</summary>
public static class PricingErrors
{
    /// <summary>The chosen shipping option does not serve this destination or basket.</summary>
    public static readonly ErrorCode ShippingUnavailable =
        new("shipping.unavailable", 409, "That delivery is not possible for this address.");
}
