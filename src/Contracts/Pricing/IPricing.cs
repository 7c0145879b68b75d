using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Pricing;

/// <summary>What things cost in all. The only place where totals are made.</summary>
public interface IPricing
{
    /// <summary>Prices a basket: subtotal, discounts, shipping, tax, total, and how each came to be.</summary>
    /// <remarks>
    /// Taxes, shipping methods and promotions are remembered in memory and dropped when they change. Codes that do not apply never fail the
    /// quote: they stand in <see cref="Quote.Rejected"/>.
    /// </remarks>
    Task<Outcome<Quote>> Price(Basket basket, CancellationToken cancel);

    /// <summary>
    /// The same inside a transaction: what is not remembered is read through it, never on a second connection. A transaction that waited
    /// for one could wait for ever when many buy at once.
    /// </summary>
    Task<Outcome<Quote>> Price(Tx tx, Basket basket);

    /// <summary>
    /// Finds out what <c>Price</c> will want to know of this place and shopper: asks a tax provider, if the shop has one, for a
    /// moment at most. Call it before pricing, and never inside a transaction: it may use the network. Price itself never does; what was
    /// not found out by then, the shop's own tables answer.
    /// </summary>
    Task Prepare(Destination? destination, Shopper shopper, CancellationToken cancel);

    /// <summary>
    /// Ways to send the basket to its destination, cheapest first; empty when there is no destination or nobody delivers there.
    /// </summary>
    Task<IReadOnlyList<ShippingOption>> ShippingOptions(Basket basket, CancellationToken cancel);

    /// <summary>
    /// Prices again what a quote was made from. The engine is pure, so the totals are those of the quote, to the cent; that they are can be
    /// checked for every order ever placed.
    /// </summary>
    /// <param name="evidence">A quote's <see cref="Quote.Evidence"/>.</param>
    Totals Recompute(Json evidence);

    /// <summary>Why nobody ships the basket to its destination; null when somebody does, or there is nothing to ask yet.</summary>
    Task<ShippingProblem?> ShippingProblem(Basket basket, CancellationToken cancel);

    /// <summary>The least value of goods from which some delivery is free; null when none ever is.</summary>
    Task<Money?> FreeShippingOver(CancellationToken cancel);
}

/// <summary>What is to be priced.</summary>
/// <param name="Currency">Of every amount.</param>
/// <param name="Lines">What is bought.</param>
/// <param name="Destination">Where it goes; null: not known yet, no tax and no shipping.</param>
/// <param name="ShippingOption">The chosen method; null: not chosen yet.</param>
public sealed record Basket(Currency Currency, IReadOnlyList<BasketLine> Lines, Destination? Destination, ShippingMethodId? ShippingOption)
{
    /// <summary>Promotion codes the shopper entered, as they were typed.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Who buys, as far as it is known.</summary>
    public Shopper Shopper { get; init; } = Shopper.Unknown;

    /// <summary>How it will be paid ("card", "cod"); null: not chosen yet.</summary>
    public string? PaymentMethod { get; init; }

    /// <summary>Whether the quote is to carry its evidence: it will be kept with an order.</summary>
    public bool WithEvidence { get; init; }
}

/// <summary>Who buys, as far as prices depend on it.</summary>
/// <param name="UserId">The signed-in customer; null for a guest.</param>
/// <param name="Email">The address the order will be placed with; null when it is not known yet.</param>
public sealed record Shopper(UserId? UserId, string? Email)
{
    /// <summary>A guest nobody knows anything about yet.</summary>
    public static Shopper Unknown { get; } = new(null, null);
}

/// <summary>One line to be priced.</summary>
/// <param name="Key">Names the line in the answer.</param>
/// <param name="Label">For the trace.</param>
/// <param name="UnitPrice">The catalogue's price for one unit. A better price for this shopper or this many units takes its place.</param>
/// <param name="Quantity">Units, 1 or more.</param>
/// <param name="WeightGrams">Of one unit; null when unknown.</param>
public sealed record BasketLine(string Key, string Label, Money UnitPrice, int Quantity, int? WeightGrams)
{
    /// <summary>The product; null for lines that are only weighed or estimated.</summary>
    public ProductId? ProductId { get; init; }

    /// <summary>What is bought.</summary>
    public VariantId? VariantId { get; init; }

    /// <summary>The product's category.</summary>
    public CategoryId? CategoryId { get; init; }

    /// <summary>Brand name.</summary>
    public string? Brand { get; init; }

    /// <summary>The product's tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>How the product is taxed: the code of a tax class.</summary>
    public string TaxClass { get; init; } = TaxClasses.Standard;

    /// <summary>Size of one unit; null when unknown.</summary>
    public Catalog.DimensionsMm? DimensionsMm { get; init; }

    /// <summary>What one unit cost the shop; null when unknown.</summary>
    public Money? UnitCost { get; init; }
}

/// <summary>Codes of tax classes that every shop has.</summary>
public static class TaxClasses
{
    /// <summary>What is taxed like most things.</summary>
    public const string Standard = "standard";
}

/// <summary>A way to send something.</summary>
public sealed record ShippingOption(ShippingMethodId Id, string Code, string Name, Money Price, EstimatedDays EstimatedDays)
{
    /// <summary>The days it should arrive on when ordered now; null where it was not reckoned, as in orders of older days.</summary>
    public DeliveryWindow? EstimatedDelivery { get; init; }
}

/// <summary>Days of the shop's calendar, both included.</summary>
public sealed record DeliveryWindow(DateOnly From, DateOnly To);

/// <summary>Working days until delivery.</summary>
public sealed record EstimatedDays(int Min, int Max);

/// <summary>Refusals other modules answer on behalf of pricing.</summary>
public static class PricingErrors
{
    /// <summary>The chosen shipping option does not serve this destination or basket.</summary>
    public static readonly ErrorCode ShippingUnavailable =
        new("shipping.unavailable", 409, "That delivery is not possible for this address.");

    /// <summary>The code does not apply. <c>reason</c> says why: a member of <see cref="PromotionReasons"/>.</summary>
    public static readonly ErrorCode PromotionNotApplicable =
        new("promotions.not_applicable", 409, "That code can't be used on this cart.");
}
