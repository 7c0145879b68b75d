using Tradepost.Contracts;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Contracts.Pricing;
using Tradepost.Contracts.Returns;
using Tradepost.Contracts.Shipping;
using Tradepost.Orders.Placing;
using Tradepost.Orders.Staff.Notes;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Reading;

/// <summary>An order as its customer and staff read it.</summary>
internal sealed record OrderView
{
    public required OrderId Id { get; init; }

    public required string Number { get; init; }

    public required OrderStatus Status { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    public required string Currency { get; init; }

    public required IReadOnlyList<OrderLineView> Lines { get; init; }

    public required Totals Totals { get; init; }

    public required IReadOnlyList<TaxAmount> Taxes { get; init; }

    public required IReadOnlyList<TraceStep> Trace { get; init; }

    public required Address ShippingAddress { get; init; }

    public required Address BillingAddress { get; init; }

    public required ShippingOption ShippingOption { get; init; }

    public required PaymentView? Payment { get; init; }

    public required IReadOnlyList<ShipmentView> Shipments { get; init; }

    public required IReadOnlyList<ReturnOfOrder> Returns { get; init; }

    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    /// <summary>Until when the stock is held, while the order waits for its money.</summary>
    public DateTimeOffset? ReservedUntil { get; init; }

    /// <summary>The order's invoice, once there is one.</summary>
    public InvoiceView? Invoice { get; init; }

    /// <summary>Whether its customer may call it off now.</summary>
    public bool MayCancel { get; init; }

    /// <summary>Until when they may; null: until the first parcel.</summary>
    public DateTimeOffset? MayCancelUntil { get; init; }

    /// <summary>For staff: words they marked it with.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>For staff: what they wrote on it.</summary>
    public IReadOnlyList<OrderNote>? Notes { get; init; }

    /// <summary>For staff: mails that can be sent again.</summary>
    public IReadOnlyList<string>? Mails { get; init; }

    /// <summary>For staff: the customer's account.</summary>
    public UserId? CustomerId { get; init; }

    /// <summary>For staff: who ordered.</summary>
    public string? CustomerName { get; init; }

    /// <summary>For staff: ship, deliver, cancel — what may be done now.</summary>
    public IReadOnlyList<string>? AllowedActions { get; init; }

    public OrderView At(string origin) => this with { Payment = Payment?.At(origin) };
}

/// <summary>An invoice in its order.</summary>
internal sealed record InvoiceView(string Number, DateTimeOffset IssuedAt);

/// <summary>A line of an order, as it was bought.</summary>
internal sealed record OrderLineView(
    OrderLineId Id, ProductId ProductId, VariantId VariantId, string Sku, string Name,
    IReadOnlyDictionary<string, string> Options, string? ImageUrl,
    Money UnitPrice, int Quantity, Money LineTotal, Money Discount, Money Tax, int Shipped = 0, int Refunded = 0)
{
    public static OrderLineView Of(NewLine line) => new(
        line.Id, line.Bought.ProductId, line.Bought.VariantId, line.Bought.Sku, line.Bought.Name, line.Bought.Options, line.Bought.ImageUrl,
        line.Quoted.UnitPrice, line.Bought.Quantity, line.Quoted.LineTotal, line.Quoted.Discount, line.Quoted.Tax);
}
