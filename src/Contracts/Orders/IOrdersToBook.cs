using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Orders;

/// <summary>What the books ask of orders: what the money that comes and goes was for.</summary>
public interface IOrdersToBook
{
    /// <summary>The order as it was placed; null when there is none. To decide on what was paid back, hold its lock.</summary>
    Task<OrderToBook?> Find(OrderId order, Reads reads);

    /// <summary>What a credit note tells of the order besides; null when there is none.</summary>
    Task<OrderToCredit?> FindToCredit(OrderId order, Reads reads);

    /// <summary>The numbers people know these orders by.</summary>
    Task<IReadOnlyDictionary<OrderId, string>> NumbersOf(IReadOnlyCollection<OrderId> orders, CancellationToken cancel);
}

/// <summary>An order as the books see it.</summary>
/// <param name="Id">The order.</param>
/// <param name="Number">As people know it.</param>
/// <param name="BillTo">Who pays, where.</param>
/// <param name="Totals">As charged.</param>
/// <param name="Taxes">The tax by name and rate.</param>
/// <param name="Lines">What was bought.</param>
public sealed record OrderToBook(
    OrderId Id, string Number, Address BillTo, Totals Totals, IReadOnlyList<TaxAmount> Taxes, IReadOnlyList<LineToBook> Lines)
{
    /// <summary>What of the discounts was taken off the delivery rather than the goods.</summary>
    public Money ShippingDiscount => Lines.Aggregate(Totals.Discount, (left, line) => left - line.Discount);

    /// <summary>What of the tax is due on the delivery.</summary>
    public Money ShippingTax => Lines.Aggregate(Totals.Tax, (left, line) => left - line.Tax);

    /// <summary>What was paid for delivery: what of the total the lines do not explain.</summary>
    public Money ShippingPaid => Lines.Aggregate(Totals.Total, (left, line) => left - line.Paid);
}

/// <summary>A line as the books see it.</summary>
/// <param name="Id">The line.</param>
/// <param name="VariantId">What was bought.</param>
/// <param name="Sku">As printed.</param>
/// <param name="Name">As printed.</param>
/// <param name="Quantity">Units.</param>
/// <param name="Refunded">Units paid back before.</param>
/// <param name="Discount">What was taken off all units.</param>
/// <param name="Tax">Due on all units, or contained in their price.</param>
/// <param name="Paid">What was paid for all units, tax and discounts included.</param>
public sealed record LineToBook(
    OrderLineId Id, VariantId VariantId, string Sku, string Name, int Quantity, int Refunded, Money Discount, Money Tax, Money Paid)
{
    /// <summary>What was paid for the next units that are paid back; see <see cref="Money.Part"/>.</summary>
    public Money Worth(int units) => Paid.Part(Refunded, Refunded + units, Quantity);
}
