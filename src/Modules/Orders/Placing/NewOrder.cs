using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Placing;

/// <summary>An order as it is about to be written: the cart's contents and prices, frozen.</summary>
internal sealed record NewOrder(
    OrderId Id, UserId? Customer, OrderDraft Draft, IReadOnlyList<NewLine> Lines, Totals Totals, IReadOnlyList<TraceStep> Trace,
    IReadOnlyList<TaxAmount> Taxes, ShippingOption Shipping, DateTimeOffset ReservedUntil)
{
    /// <summary>Freezes a priced cart. The trace speaks of the order's lines from now on.</summary>
    public static NewOrder Of(CheckoutCart cart, OrderDraft draft, UserId? customer, DateTimeOffset reservedUntil)
    {
        var quoted = cart.Quote.Lines.ToDictionary(line => line.Key, StringComparer.Ordinal);
        var lines = cart.Lines.Select(line => new NewLine(OrderLineId.New(), line, quoted[line.Id.ToString()])).ToList();
        var ids = lines.ToDictionary(line => line.Quoted.Key, line => line.Id.ToString(), StringComparer.Ordinal);
        var trace = cart.Quote.Trace
            .Select(step => step.LineId is { } key && ids.TryGetValue(key, out var line) ? step with { LineId = line } : step).ToList();
        var shipping = cart.Quote.Shipping ?? throw new InvalidOperationException("A cart came to checkout without a way to send it.");
        return new(OrderId.New(), customer, draft, lines, cart.Quote.Totals, trace, cart.Quote.Taxes, shipping, reservedUntil)
        {
            Evidence = Renamed(cart.Quote.Evidence, ids),
        };
    }

    public Currency Currency => Totals.Total.Currency;

    /// <summary>What the price was computed from; it speaks of the order's lines.</summary>
    public Json? Evidence { get; init; }

    private static Json? Renamed(Json? evidence, Dictionary<string, string> lines) => evidence is { } json
        ? new(lines.Aggregate(json.Text, (text, line) => text.Replace(line.Key, line.Value, StringComparison.Ordinal)))
        : null;
}

/// <summary>A line about to be written.</summary>
internal sealed record NewLine(OrderLineId Id, CheckoutLine Bought, QuoteLine Quoted);
