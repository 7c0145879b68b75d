using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Inventory;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Contracts.Pricing;
using Tradepost.Contracts.Shop;
using Tradepost.Orders.Reading;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Placing;

/// <summary>
/// Turns a cart into an order inside one transaction: the cart is locked and priced, stock set aside, and everything else goes out in one
/// batch. Either all of it holds or nothing happened.
/// </summary>
internal sealed class Checkout(
    ICarts carts, IInventory inventory, IPromotions promotions, Func<IPayments> payments, ShopSettings settings, OrderNumbers numbers)
{
    public async Task<Outcome<PlacedOrder>> Place(Tx tx, OrderDraft draft, Caller caller)
    {
        var locked = await carts.LockForCheckout(tx, draft.CartId, caller, Terms(draft));
        if (!locked.Try(out var cart, out var refusal))
        {
            return refusal;
        }

        var order = NewOrder.Of(cart, draft, caller.UserId, tx.Now + settings.ReservationTime);
        var wanted = order.Lines.GroupBy(line => line.Bought.VariantId)
            .Select(group => new StockRequest(group.Key, group.Sum(line => line.Bought.Quantity))).ToList();

        // Written first and sent with the reservation, which comes last: many may want the same units, and the fewer round trips pass while
        // one of them holds their row, the more orders a second there are. What is short takes back all that was written.
        var placed = Write(tx, order, await numbers.Next(tx));
        if (!(await inventory.Reserve(tx, order.Id, wanted, order.ReservedUntil)).Try(out _, out refusal))
        {
            return refusal;
        }

        await promotions.Use(tx, order.Id, new(order.Customer, draft.Email), order.Totals.Total, cart.Quote.Applied);
        return placed;
    }

    /// <summary>The refusal cart.changed shows the new cart, so it counts as reading it; noted when its transaction is over.</summary>
    public Task NoteRefusal(Refusal refusal, OrderDraft draft, Caller caller, CancellationToken cancel) =>
        refusal.Error == CartErrors.Changed ? carts.Seen(refusal, draft.CartId, caller, Terms(draft), cancel) : Task.CompletedTask;

    private static CheckoutTerms Terms(OrderDraft draft) =>
        new(draft.Destination, draft.ShippingOption, draft.PaymentMethod, draft.Email, draft.CartVersion);

    private PlacedOrder Write(Tx tx, NewOrder order, string number)
    {
        OrderRows.Insert(tx, order, number);
        Timeline.Add(tx, order.Id, "placed", Timeline.Customer, status: OrderStatus.PendingPayment);
        var token = order.Customer is null ? AccessTokens.Issue(tx, order.Id) : null;
        var payment = payments().Open(tx, order.Id, order.Totals.Total, order.Draft.PaymentMethod);
        carts.Complete(tx, order.Draft.CartId);
        tx.Publish(new OrderPlaced(Summary(order, number, token), order.Draft.PaymentMethod));
        return new(
            order.Id, number, token, OrderStatus.PendingPayment, tx.Now, [.. order.Lines.Select(OrderLineView.Of)], order.Totals,
            order.Trace, payment, order.ReservedUntil);
    }

    private static OrderSummary Summary(NewOrder order, string number, string? token) => new(
        order.Id, number, order.Draft.Email, order.Draft.Name, order.Totals.Total,
        [.. order.Lines.Select(line => new OrderSummaryLine(
            Summaries.FullName(line.Bought.Name, line.Bought.Options), line.Bought.Quantity, line.Quoted.LineTotal))],
        token);
}

/// <summary>A new order as its buyer is told of it.</summary>
internal sealed record PlacedOrder(
    OrderId Id, string Number, string? AccessToken, OrderStatus Status, DateTimeOffset PlacedAt, IReadOnlyList<OrderLineView> Lines,
    Totals Totals, IReadOnlyList<TraceStep> Trace, PaymentView Payment, DateTimeOffset ReservedUntil)
{
    public PlacedOrder At(string origin) => this with { Payment = Payment.At(origin) };
}
