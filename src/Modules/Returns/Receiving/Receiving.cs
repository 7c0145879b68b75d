using Tradepost.Contracts.Inventory;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Contracts.Returns;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;
using Tradepost.Platform.Verification;
using Tradepost.Returns.Rules;

namespace Tradepost.Returns.Receiving;

/// <summary>
/// Goods come back. What was found, the stock, the refund and the return's last steps are one transaction; only then is the money sent. If
/// the host dies in between, the refund stands written and is carried out by the job that looks for such.
/// </summary>
internal sealed class Receiving(
    Database db, IOrders orders, IOrdersToReturn ordersToReturn, IInventory inventory, IPayments payments, Announcing announcing)
{
    /// <param name="Worth">What was paid for what came back.</param>
    /// <param name="Fee">What the shop keeps of it.</param>
    /// <param name="Shipping">What goes back of the delivery.</param>
    /// <param name="Refund">What goes back in full.</param>
    internal sealed record Sums(Money Worth, Money Fee, Money Shipping, Money Refund);

    /// <summary>The goods are here and will be looked at.</summary>
    public Task<Outcome<Done>> Arrived(ReturnId id, string by, CancellationToken cancel) => db.Write<Done>("returns.arrive", async tx =>
    {
        if (await LockedReturn.Take(tx, orders, id) is not { } held)
        {
            return ReturnsErrors.NotFound.Refuse();
        }

        if (held.Status == ReturnStatus.Received)
        {
            return Done.Value;
        }

        if (!ReturnStates.MayMove(held.Status, ReturnStatus.Received))
        {
            return ReturnsErrors.WrongState.With("status", held.Status);
        }

        held = held.Move(tx, ReturnStatus.Received, by);
        orders.Note(tx, held.Order, "returnReceived", by, held.Number);
        tx.Publish(new ReturnReceived(await announcing.Order(tx, held), await announcing.Return(tx, held)));
        return Done.Value;
    }, cancel);

    /// <summary>The goods were looked at. Of two who say so at once, one is told that the other was first.</summary>
    public async Task<Outcome<Done>> Inspect(ReturnId id, Receipt receipt, CancellationToken cancel)
    {
        var outcome = await db.Write("returns.inspect", tx => Inspect(tx, id, receipt), cancel);
        if (!outcome.Try(out var order, out var refusal))
        {
            return refusal;
        }

        CrashPoints.Hit("returns.closed");
        await payments.SettleRefunds(order, cancel);
        return Done.Value;
    }

    /// <summary>What would go back in full.</summary>
    public async Task<Outcome<Sums>> Quote(ReturnId id, IReadOnlyList<Found> found, CancellationToken cancel)
    {
        var reads = new Reads(db, cancel);
        var about = await reads.Query(
            $"select order_id, kind from returns.returns where id = {id}",
            row => (Order: row.Id<Contracts.Kinds.Order>(0), Kind: Words.Parse<ReturnKind>(row.GetString(1))));
        if (about.Count == 0)
        {
            return ReturnsErrors.NotFound.Refuse();
        }

        var order = (await ordersToReturn.Find(about[0].Order, reads))!;
        var findings = new Findings(await Expected(id, reads), found);
        if (findings.Faults() is { } refusal)
        {
            return refusal;
        }

        var plan = findings.Plan(order);
        var shipping = findings.GivesBackShipping(order, about[0].Kind) ? order.ShippingPaid : Money.Zero(order.Currency);
        return new Sums(plan.Worth, plan.Fee, shipping, plan.Full + shipping);
    }

    private async Task<Outcome<OrderId>> Inspect(Tx tx, ReturnId id, Receipt receipt)
    {
        if (await LockedReturn.Take(tx, orders, id) is not { } held)
        {
            return ReturnsErrors.NotFound.Refuse();
        }

        if (!ReturnStates.MayInspect(held.Status))
        {
            return ReturnsErrors.WrongState.With("status", held.Status);
        }

        var reads = new Reads(db, tx);
        var findings = new Findings(await Expected(id, reads), receipt.Found);
        if (findings.Faults() is { } refusal)
        {
            return refusal;
        }

        var order = (await ordersToReturn.Find(held.Order, reads))!;
        held = Write(tx, held, findings, receipt.By);
        if (await Shelve(tx, held, findings, receipt.By) is { } unshelved)
        {
            return unshelved;
        }

        if (!(await PayBack(tx, held, findings, receipt, order)).Try(out var refund, out refusal))
        {
            return refusal;
        }

        await Close(tx, held, receipt, refund);
        return held.Order;
    }

    private static LockedReturn Write(Tx tx, LockedReturn held, Findings findings, string by)
    {
        held = held.Status == ReturnStatus.Received ? held : held.Move(tx, ReturnStatus.Received, by);
        foreach (var some in findings.Found)
        {
            var line = findings.Expected.Single(line => line.LineId == some.LineId).Id;
            tx.Queue(
                $"""
                insert into returns.inspections (id, return_line_id, quantity, condition, restock, by_whom, created_at)
                values ({Id<Found>.New()}, {line}, {some.Quantity}, {Words.Of(some.Condition)}, {some.Restock}, {by}, {tx.Now})
                """);
        }

        HeldUnits.FreeMissing(tx, held.Id);
        return held.Move(tx, ReturnStatus.Inspected, by);
    }

    private async Task<Refusal?> Shelve(Tx tx, LockedReturn held, Findings findings, string by)
    {
        var (shelf, waste) = (findings.Stock(restock: true), findings.Stock(restock: false));
        var reason = $"return {held.Number}";
        var restocked = shelf.Count == 0 ? Done.Value : await inventory.Restock(tx, held.Order, shelf, reason, by);
        return restocked.Refusal
            ?? (waste.Count == 0 ? null : (await inventory.WriteOff(tx, held.Order, waste, reason, by)).Refusal);
    }

    // Units are counted as paid back in any case but "none": what was kept of them can still be given back as an amount.
    private async Task<Outcome<Money>> PayBack(Tx tx, LockedReturn held, Findings findings, Receipt receipt, OrderToReturn order)
    {
        var (plan, units) = (findings.Plan(order), findings.Payable(order));
        var shipping = receipt.Decision == RefundDecision.Full && findings.GivesBackShipping(order, held.Kind);
        if (plan.Decide(receipt.Decision, shipping ? null : receipt.Amount) is not { } amount)
        {
            return ReturnsErrors.RefundTooHigh.With("worth", plan.Worth).With("full", plan.Full);
        }

        if (amount.IsZero)
        {
            return amount;
        }

        var reason = $"Return {held.Number}";
        if (amount == plan.Worth)
        {
            return await payments.WriteRefund(tx, held.Order, new(units, shipping, null, reason, receipt.By));
        }

        var taken = await orders.TakeForRefund(tx, held.Order, units);
        return taken.Succeeded
            ? await payments.WriteRefund(tx, held.Order, new(null, false, amount, reason, receipt.By))
            : taken;
    }

    private async Task Close(Tx tx, LockedReturn held, Receipt receipt, Money refund)
    {
        var closed = held.Move(
            tx, ReturnStatus.Closed, receipt.By, receipt.Note,
            $", decision = {Words.Of(receipt.Decision)}, refund_minor = {refund.Minor}, decision_note = {receipt.Note}");
        orders.Note(tx, held.Order, "returnClosed", receipt.By, held.Number);
        tx.Publish(new ReturnClosed(await announcing.Order(tx, closed), await announcing.Return(tx, closed), refund, receipt.Note));
    }

    private static Task<List<ExpectedLine>> Expected(ReturnId id, Reads reads) => reads.Query(
        $"""
        select id, order_line_id, variant_id, quantity, fee_percent from returns.return_lines where return_id = {id} order by position
        """,
        row => new ExpectedLine(
            row.Id<Contracts.Kinds.ReturnLine>(0), row.Id<Contracts.Kinds.OrderLine>(1), row.Id<Contracts.Kinds.Variant>(2),
            row.GetInt32(3), row.GetDecimal(4)));
}
