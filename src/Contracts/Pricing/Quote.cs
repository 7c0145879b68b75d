using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Pricing;

/// <summary>
/// A priced basket. total = subtotal − discount + shipping + tax (a contained tax is not added), and the trace adds up to the total.
/// </summary>
public sealed record Quote(
    IReadOnlyList<QuoteLine> Lines, Totals Totals, IReadOnlyList<TraceStep> Trace, IReadOnlyList<TaxAmount> Taxes,
    ShippingOption? Shipping)
{
    /// <summary>Promotions that applied, in the order they did.</summary>
    public IReadOnlyList<AppliedPromotion> Applied { get; init; } = [];

    /// <summary>Promotions and codes that did not, and why.</summary>
    public IReadOnlyList<RejectedPromotion> Rejected { get; init; } = [];

    /// <summary>
    /// The number of the certificate that frees the customer from tax at the destination; null: they pay it. The trace tells it too, so
    /// it is kept with the order.
    /// </summary>
    public string? TaxExemption { get; init; }

    /// <summary>
    /// All that this quote was computed from, when it was asked for: a body for <c>POST /admin/pricing/quote</c> that answers the same
    /// totals to the cent. Kept with orders.
    /// </summary>
    public Json? Evidence { get; init; }
}

/// <summary>A priced line.</summary>
/// <param name="Key">The basket line's.</param>
/// <param name="UnitPrice">For one unit, as this shopper pays it before discounts.</param>
/// <param name="Quantity">Units.</param>
/// <param name="LineTotal">Unit price × quantity: before discount and tax.</param>
/// <param name="Discount">What promotions took off, its share of order-wide ones included.</param>
/// <param name="Tax">Due on what is left, or contained in it.</param>
public sealed record QuoteLine(string Key, Money UnitPrice, int Quantity, Money LineTotal, Money Discount, Money Tax);

/// <summary>The sums of an order or a cart.</summary>
public sealed record Totals(Money Subtotal, Money Discount, Money Shipping, Money Tax, Money Total, bool TaxIncluded = false);

/// <summary>One step of how a total came to be. All steps but <see cref="IncludedTax"/> add up to the total.</summary>
/// <param name="Step">line, discount, shipping, fee, tax, includedTax.</param>
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

/// <summary>A promotion that applied.</summary>
/// <param name="Id">The stored promotion; null for one that was only tried.</param>
/// <param name="Code">The code that opened it, as it was typed; null when it applies by itself.</param>
/// <param name="Name">As shown.</param>
/// <param name="Amount">What it took off goods and shipping, positive.</param>
public sealed record AppliedPromotion(PromotionId? Id, string? Code, string Name, Money Amount);

/// <summary>A promotion or code that did not apply.</summary>
/// <param name="Id">The stored promotion; null for unknown codes and tried ones.</param>
/// <param name="Code">The code that was entered for it.</param>
/// <param name="Name">The promotion's name; for an unknown code the code itself.</param>
/// <param name="Reason">A member of <see cref="PromotionReasons"/>.</param>
public sealed record RejectedPromotion(PromotionId? Id, string? Code, string Name, string Reason);

/// <summary>Why a promotion does not apply. Words on the wire: append only.</summary>
public static class PromotionReasons
{
    /// <summary>No promotion has this code.</summary>
    public const string UnknownCode = "unknownCode";

    /// <summary>It needs a code that was not entered.</summary>
    public const string CodeMissing = "codeMissing";

    /// <summary>Its time has not come.</summary>
    public const string NotStarted = "notStarted";

    /// <summary>Its time is over.</summary>
    public const string Ended = "ended";

    /// <summary>It was used as often as it may be.</summary>
    public const string UsageLimit = "usageLimit";

    /// <summary>This customer used it as often as they may.</summary>
    public const string PerCustomerLimit = "perCustomerLimit";

    /// <summary>The goods are worth too little.</summary>
    public const string MinSubtotal = "minSubtotal";

    /// <summary>No line has units enough.</summary>
    public const string MinLineQuantity = "minLineQuantity";

    /// <summary>There are too few units in all.</summary>
    public const string MinQuantity = "minQuantity";

    /// <summary>Nothing in the basket is among the products, categories, brands, vendors and tags it is for.</summary>
    public const string NoEligibleLines = "noEligibleLines";

    /// <summary>The customer is in none of its groups.</summary>
    public const string CustomerGroup = "customerGroup";

    /// <summary>It is for other countries.</summary>
    public const string Country = "country";

    /// <summary>Its amounts are in another currency than the basket's.</summary>
    public const string Currency = "currency";

    /// <summary>It is for first orders.</summary>
    public const string FirstOrder = "firstOrder";

    /// <summary>It is for other ways to pay.</summary>
    public const string PaymentMethod = "paymentMethod";

    /// <summary>Too few of the eligible units to make a set, a group or the first tier.</summary>
    public const string TooFewUnits = "tooFewUnits";

    /// <summary>Nothing is left to take off.</summary>
    public const string NothingLeft = "nothingLeft";

    /// <summary>It can't be combined with others, and they (or it, for the others) come out better for the customer.</summary>
    public const string NotBest = "notBest";
}
