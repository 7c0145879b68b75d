using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Orders;

/// <summary>What returns ask of orders.</summary>
public interface IOrdersToReturn
{
    /// <summary>The order with what of it was shipped and paid back; null when there is none. To decide on it, hold its lock.</summary>
    Task<OrderToReturn?> Find(OrderId order, Reads reads);

    /// <summary>What messages about the order tell, with a new key for a guest.</summary>
    Task<OrderSummary> Summarize(Tx tx, OrderId order);
}

/// <summary>An order as returns see it.</summary>
/// <param name="Id">The order.</param>
/// <param name="Number">As people know it.</param>
/// <param name="Status">See <see cref="OrderStatus"/>.</param>
/// <param name="Customer">Who ordered; null for a guest.</param>
/// <param name="Name">How to address them.</param>
/// <param name="Currency">Of all its amounts.</param>
/// <param name="ShippingAddress">Where it went.</param>
/// <param name="Total">What was paid for everything.</param>
/// <param name="Lines">What was bought.</param>
public sealed record OrderToReturn(
    OrderId Id, string Number, OrderStatus Status, Id<User>? Customer, string Name, Currency Currency, Address ShippingAddress,
    Money Total, IReadOnlyList<LineToReturn> Lines)
{
    /// <summary>What was paid for delivery: what of the total the lines do not explain.</summary>
    public Money ShippingPaid => Lines.Aggregate(Total, (left, line) => left - line.Paid);
}

/// <summary>A line as returns see it.</summary>
/// <param name="Id">The line.</param>
/// <param name="ProductId">What was bought.</param>
/// <param name="VariantId">Which of it.</param>
/// <param name="Sku">As printed.</param>
/// <param name="Name">With its options.</param>
/// <param name="ImageUrl">A picture, if there is one.</param>
/// <param name="WeightGrams">Of one unit, if known.</param>
/// <param name="Quantity">Units bought.</param>
/// <param name="Shipped">Units that left the house.</param>
/// <param name="Refunded">Units paid back before.</param>
/// <param name="Paid">What was paid for all units, tax and discounts included.</param>
public sealed record LineToReturn(
    OrderLineId Id, ProductId ProductId, VariantId VariantId, string Sku, string Name, string? ImageUrl, int? WeightGrams, int Quantity,
    int Shipped, int Refunded, Money Paid)
{
    /// <summary>What was paid for the next units that are paid back; see <see cref="Money.Part"/>.</summary>
    public Money Worth(int units) => Paid.Part(Refunded, Refunded + units, Quantity);
}
