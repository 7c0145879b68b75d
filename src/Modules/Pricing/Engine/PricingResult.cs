using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Engine;

/// <summary>
/// A priced request. Every row holds net + tax = gross; every total is a sum over rows; the trace shows each summand, so it adds up.
/// </summary>
/// <param name="Lines">One a line, in their order.</param>
/// <param name="Shipping">Nothing when there is no shipping.</param>
/// <param name="Fees">One a fee, in their order.</param>
/// <param name="Totals">Sums over the rows.</param>
/// <param name="Taxes">Each tax by name and percentage, in the order they come up; they add up to the tax.</param>
/// <param name="Applied">Promotions that applied, in the order they did.</param>
/// <param name="Rejected">Promotions and codes that did not, and why.</param>
/// <param name="Trace">How the total came to be.</param>
internal sealed record PricingResult(
    IReadOnlyList<Row> Lines, Row Shipping, IReadOnlyList<Row> Fees, Sums Totals, IReadOnlyList<TaxAmount> Taxes,
    IReadOnlyList<AppliedPromotion> Applied, IReadOnlyList<RejectedPromotion> Rejected, IReadOnlyList<TraceStep> Trace);

/// <summary>
/// One taxed amount: a line, the shipping or a fee. <paramref name="Amount"/> is before the discount, as priced. net + tax = gross in every
/// row, and what the rows hold is never rounded again.
/// </summary>
internal sealed record Row(Money Amount, Money Discount, IReadOnlyList<RowTax> Taxes, Money Net, Money Tax, Money Gross);

/// <summary>What one tax takes of a row.</summary>
internal sealed record RowTax(Rate Rate, Money Amount);

/// <summary>
/// Sums over the rows. <paramref name="Subtotal"/>, <paramref name="Shipping"/> and <paramref name="Fees"/> are before discounts;
/// <paramref name="Discount"/> holds that of shipping too.
/// </summary>
internal sealed record Sums(Money Subtotal, Money Discount, Money Shipping, Money Fees, Money Net, Money Tax, Money Gross);
