using Tradepost.Contracts.Payments;

namespace Tradepost.Contracts.Orders;

/// <summary>What a credit note tells of an order besides its money.</summary>
/// <param name="Email">The buyer's.</param>
/// <param name="PlacedAt">When it was ordered.</param>
/// <param name="Invoice">Its invoice, if it has one.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="DeliveryRates">The taxes on its delivery; null for orders from before that was kept.</param>
public sealed record OrderToCredit(
    string Email, DateTimeOffset PlacedAt, CreditedInvoice? Invoice, IReadOnlyList<LineToCredit> Lines,
    IReadOnlyList<RateToCredit>? DeliveryRates);

/// <summary>A line as a credit note names it.</summary>
/// <param name="Id">The line.</param>
/// <param name="Name">With its options.</param>
/// <param name="Rates">The taxes on it; null for orders from before that was kept.</param>
public sealed record LineToCredit(OrderLineId Id, string Name, IReadOnlyList<RateToCredit>? Rates);

/// <summary>A tax by its name and rate.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Percent">As text, without zeros at its end.</param>
public sealed record RateToCredit(string Name, string Percent);
