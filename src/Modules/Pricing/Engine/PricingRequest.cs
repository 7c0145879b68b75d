using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Promotions;

namespace Tradepost.Pricing.Engine;

/// <summary>
/// Everything a price depends on. The engine knows nothing else, so the same request gives the same result to the cent, whenever and
/// wherever it is computed.
/// </summary>
internal sealed record PricingRequest(Currency Currency, IReadOnlyList<PricedLine> Lines)
{
    /// <summary>Whether prices, shipping and fees hold their tax already.</summary>
    public bool PricesIncludeTax { get; init; }

    /// <summary>How halves are settled, of discounts and taxes alike.</summary>
    public Rounding Rounding { get; init; }

    /// <summary>At which level tax is rounded. Discounts are not concerned.</summary>
    public RoundingLevel Level { get; init; }

    /// <summary>Null: not chosen yet.</summary>
    public Charge? Shipping { get; init; }

    /// <summary>Charges no promotion takes anything off.</summary>
    public IReadOnlyList<Charge> Fees { get; init; } = [];

    /// <summary>What may apply, in any order.</summary>
    public IReadOnlyList<PromotionRule> Promotions { get; init; } = [];

    /// <summary>Codes as they were typed.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Groups the customer is in.</summary>
    public IReadOnlyList<string> CustomerGroups { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2 of the destination; null: not known yet.</summary>
    public string? Country { get; init; }

    /// <summary>How it is paid; null: not chosen yet.</summary>
    public string? PaymentMethod { get; init; }

    /// <summary>Whether this is the customer's first order.</summary>
    public bool FirstOrder { get; init; }

    /// <summary>The moment to price for. Null: promotions' windows are not looked at.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>A line to be priced.</summary>
/// <param name="Key">Names it in the result; no two lines have the same.</param>
/// <param name="Label">For the trace.</param>
/// <param name="UnitPrice">For one unit, before discounts.</param>
/// <param name="Quantity">1 or more.</param>
/// <param name="TaxRates">All that are due on it.</param>
internal sealed record PricedLine(string Key, string Label, Money UnitPrice, int Quantity, IReadOnlyList<Rate> TaxRates)
{
    public string? ProductId { get; init; }

    /// <summary>The category and those above it, by every name they are known by.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public string? Brand { get; init; }

    public string? Vendor { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What one unit cost the shop; null when unknown. Changes no price: it tells the margin.</summary>
    public Money? UnitCost { get; init; }

    public Money Subtotal => UnitPrice * Quantity;
}

/// <summary>Shipping, or a fee.</summary>
internal sealed record Charge(string Label, Money Price, IReadOnlyList<Rate> TaxRates);

/// <summary>A tax rate. Two rates of one name and percentage are the same tax.</summary>
internal sealed record Rate(string Name, decimal Percent);
