using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Orders.Invoicing;
using Tradepost.Orders.Moving;
using Tradepost.Orders.Placing;
using Tradepost.Orders.Proof;
using Tradepost.Orders.Refunding;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;
using Tradepost.Platform.Verification;

namespace Tradepost.Orders;

/// <summary>Orders as other modules use them.</summary>
internal sealed class OrderBook(Database db, Checkout checkout, AcceptOrder acceptance, Cancellation cancellation, Invoices invoices)
    : IOrders
{
    public async Task<OrderToPay?> LockForPayment(Tx tx, OrderId order) =>
        await LockedOrder.Take(tx, order) is { } held
            ? new(held.Id, held.Number, held.Status, held.Total, held.Email, held.ReservedUntil, held.ReturnPath)
            : null;

    public void AskForPayment(Tx tx, OrderId order) => LockedOrder.Ask(tx, order);

    public async Task<Outcome<OrderId>> Place(OrderDraft draft, Caller caller, CancellationToken cancel)
    {
        var outcome = await db.Write("orders.place", tx => checkout.Place(tx, draft, caller), cancel);
        CrashPoints.Hit("orders.placed");
        return outcome.Then(placed => placed.Id);
    }

    public Task<Outcome<Done>> Cancel(OrderId order, string? reason, string by, CancellationToken cancel) =>
        cancellation.Cancel(order, reason, by, cancel);

    public Task<bool> MayAccess(OrderId order, Caller caller, CancellationToken cancel) =>
        AccessTokens.MayAccess(db, order, caller, cancel);

    public Task<bool> AcceptPayment(Tx tx, OrderId order, string by) => acceptance.Accept(tx, order, by);

    public void Note(Tx tx, OrderId order, string happened, string by, string? note = null) => Timeline.Add(tx, order, happened, by, note);

    public Task<Outcome<Money>> TakeForRefund(Tx tx, OrderId order, IReadOnlyList<RefundedUnits> lines) =>
        RefundedLines.Take(tx, order, lines);

    public void RecordPayment(Tx tx, OrderId order, PaymentStatus status)
    {
        tx.Queue(
            $"""
            update orders.orders set payment_status = {Words.Of(status)}, updated_at = {tx.Now}
            where id = {order} and payment_status <> {Words.Of(status)}
            """);
        tx.Touch(OrderTags.Order(order));
        if (status == PaymentStatus.Paid)
        {
            invoices.Give(tx, order);
        }
    }

    public async Task<IReadOnlyDictionary<OrderId, OrderStatus>> StatusOf(IReadOnlyCollection<OrderId> orders, CancellationToken cancel)
    {
        var rows = await db.Query(
            $"select id, status from orders.orders where id = any ({orders.Guids()})",
            row => (Id: row.Id<Contracts.Kinds.Order>(0), Status: Words.Parse<OrderStatus>(row.GetString(1))), cancel);
        return rows.ToDictionary(row => row.Id, row => row.Status);
    }

    public IAsyncEnumerable<PricedOrder> PricedBetween(DateTimeOffset from, DateTimeOffset until, CancellationToken cancel) =>
        OrderPricings.Between(db, from, until, cancel);

    public async Task<bool> HasOrdered(UserId? customer, string? email, Reads reads)
    {
        var rows = await reads.Query(
            $"""
            select exists (select from orders.orders where customer_id = {customer?.Value}::uuid and status <> 'cancelled')
              or exists (select from orders.orders where lower(email) = lower({email}::text) and status <> 'cancelled')
            """,
            row => row.GetBoolean(0));
        return rows[0];
    }

    public Task<OrderToShip?> LockForShipping(Tx tx, OrderId order) => Fulfilment.LockForShipping(tx, order);

    public Task<IReadOnlyList<OrderToShip>> ToShip(IReadOnlyCollection<OrderId> orders, CancellationToken cancel) =>
        ShippableOrders.Read(db, orders, cancel);

    public async Task<OrderSummary?> Summarize(Tx tx, OrderId order) =>
        await LockedOrder.Take(tx, order) is { } held ? await Summaries.Of(tx, held) : null;

    public async Task MarkShipped(Tx tx, OrderId order, Handover parcel, string by)
    {
        await Fulfilment.MarkShipped(tx, order, parcel, by);
        invoices.Give(tx, order);
    }

    public Task MarkDelivered(Tx tx, OrderId order, string by) => Fulfilment.MarkDelivered(tx, order, by);
}
