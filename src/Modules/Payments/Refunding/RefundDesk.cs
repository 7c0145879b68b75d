using Tradepost.Contracts.Inventory;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Payments.Ledger;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Refunding;

/// <summary>Writes refunds down, in the transaction of who decided them.</summary>
internal sealed class RefundDesk(Database db, IOrders orders, IOrdersToBook facts, IInventory inventory)
{
    /// <summary>What goes back, and from which attempts. Never more than was captured.</summary>
    public async Task<Outcome<Money>> Write(Tx tx, OrderId id, RefundDraft draft, bool restock = false)
    {
        if (await orders.LockForPayment(tx, id) is not { } held)
        {
            return OrderErrors.NotFound.Refuse();
        }

        var payment = await LockedPayment.Take(tx, id);
        var left = await Refunds.Left(tx, payment.Id);
        if (!(await Parts(tx, id, draft)).Try(out var parts, out var refusal))
        {
            return refusal;
        }

        var amount = draft.Amount ?? (parts.Count == 0 ? (Money?)null : new Money(parts.Sum(part => part.Amount), payment.Amount.Currency));
        if (!RefundOrder.Decide(amount, payment.Amount.Currency, left).Try(out var split, out refusal))
        {
            return refusal;
        }

        if (restock && await Restock(tx, held, draft) is { } stays)
        {
            return stays;
        }

        var cut = RefundPart.Cut(parts, [.. split.Select(some => some.Amount.Minor)]);
        foreach (var ((from, part), some) in split.Zip(cut))
        {
            var refund = Refunds.Insert(tx, payment.Id, from, part, draft.Reason, draft.By);
            some.ForEach(wish => wish.Insert(tx, refund, id));
        }

        return split.Aggregate(Money.Zero(payment.Amount.Currency), (sum, some) => sum + some.Amount);
    }

    private async Task<Outcome<List<RefundPart>>> Parts(Tx tx, OrderId id, RefundDraft draft)
    {
        var parts = new List<RefundPart>();
        if (draft.Lines is { Count: > 0 } lines)
        {
            var before = (await facts.Find(id, new Reads(db, tx)))!.Lines.ToDictionary(line => line.Id);
            if (!(await orders.TakeForRefund(tx, id, lines)).Try(out _, out var refusal))
            {
                return refusal;
            }

            parts.AddRange(lines.Select(units => new RefundPart(
                new(ShareKind.Line, units.LineId), units.Quantity, before[units.LineId].Worth(units.Quantity).Minor)));
        }

        if (draft.Shipping)
        {
            if (await ShippingLeft(tx, id) is not { Minor: > 0 } delivery)
            {
                return PaymentsErrors.ShippingRefunded.Refuse();
            }

            parts.Add(new(new(ShareKind.Shipping, null), null, delivery.Minor));
        }

        return parts;
    }

    // A refund of it that failed is tried again rather than written anew.
    private async Task<Money> ShippingLeft(Tx tx, OrderId id)
    {
        var given = await tx.Query(
            $"select coalesce(sum(amount_minor), 0)::bigint from payments.refund_parts where order_id = {id} and kind = 'shipping'",
            row => row.GetInt64(0));
        var paid = (await facts.Find(id, new Reads(db, tx)))!.ShippingPaid;
        return paid with { Minor = paid.Minor - given[0] };
    }

    private async Task<Refusal?> Restock(Tx tx, OrderToPay order, RefundDraft draft)
    {
        if (order.Status is not (OrderStatus.Shipped or OrderStatus.Delivered))
        {
            return PaymentsErrors.NotShipped.Refuse();
        }

        var variants = (await facts.Find(order.Id, new Reads(db, tx)))!.Lines.ToDictionary(line => line.Id, line => line.VariantId);
        var units = draft.Lines!.Select(line => new StockRequest(variants[line.LineId], line.Quantity)).ToList();
        var back = await inventory.Restock(tx, order.Id, units, $"Refunded: {order.Number}", draft.By);
        return back.Succeeded ? null : back.Refusal;
    }
}

/// <summary>What a refund is for: units of a line, or the delivery.</summary>
internal sealed record RefundPart(ShareKey Key, int? Quantity, long Amount)
{
    /// <summary>Cuts parts to refunds of these sizes, in order. What the sizes do not cover is left out. Pure.</summary>
    public static List<List<RefundPart>> Cut(IReadOnlyList<RefundPart> parts, IReadOnlyList<long> sizes)
    {
        var rest = new Queue<RefundPart>(parts);
        var cut = new List<List<RefundPart>>();
        foreach (var size in sizes)
        {
            var (some, room) = (new List<RefundPart>(), size);
            while (rest.TryPeek(out var part) && (room > 0 || part.Amount == 0))
            {
                rest.Dequeue();
                var taken = Math.Min(room, part.Amount);
                some.Add(part with { Amount = taken });
                room -= taken;
                if (taken < part.Amount)
                {
                    rest = new([part with { Amount = part.Amount - taken }, .. rest]);
                }
            }

            cut.Add(some);
        }

        return cut;
    }

    public void Insert(Tx tx, RefundId refund, OrderId order) => tx.Queue(
        $"""
        insert into payments.refund_parts (refund_id, order_id, kind, order_line_id, quantity, amount_minor)
        values ({refund}, {order}, {Words.Of(Key.Kind)}, {Key.Line?.Value}::uuid, {Quantity}::int, {Amount})
        """);
}
