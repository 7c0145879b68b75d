using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.DemoGateway.Charging;

/// <summary>A merchant gives money back, never more than was taken. The refund id makes it safe to ask again.</summary>
internal static class CreateRefund
{
    internal sealed record Request(string? RefundId, string? ChargeId, Money? Amount) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Text("refundId", RefundId, 100);
            faults.Text("chargeId", ChargeId, 100);
            faults.Amount("amount", Amount);
            faults.Unless(Amount is null or { Minor: > 0 }, "amount", "must be more than nothing");
        }
    }

    internal sealed record Refund(string Id, string RefundId, string ChargeId, Money Amount);

    internal static async Task<IResult> Handle(Body<Request> body, Database db, CancellationToken cancel) =>
        (await db.Write("demo_gateway.refund", tx => Create(tx, body.Value), cancel)).Ok();

    private static async Task<Outcome<Refund>> Create(Tx tx, Request request)
    {
        if (await Charge.TakeByReference(tx, request.ChargeId!) is not { State: ChargeState.Succeeded, Amount: { } taken } charge)
        {
            return GatewayErrors.NoCharge.Refuse();
        }

        taken = charge.Captured ?? taken;

        var known = await tx.Row(
            $"select reference, amount_minor, currency from demo_gateway.refunds where refund_id = {request.RefundId}",
            row => new Refund(row.GetString(0), request.RefundId!, charge.Reference, row.Money(1, 2)));
        if (known is not null)
        {
            return known.Amount == request.Amount ? known : GatewayErrors.KeyReused.Refuse();
        }

        var amount = request.Amount!.Value;
        var given = await tx.Row(
            $"select coalesce(sum(amount_minor), 0)::bigint from demo_gateway.refunds where charge_id = {charge.Id}",
            row => row.GetInt64(0));
        if (amount.Currency != taken.Currency || given + amount.Minor > taken.Minor)
        {
            return GatewayErrors.NotRefundable.Refuse();
        }

        var refund = new Refund(Charge.Secret("re_"), request.RefundId!, charge.Reference, amount);
        tx.Queue(
            $"""
            insert into demo_gateway.refunds (id, reference, refund_id, charge_id, amount_minor, currency, created_at)
            values ({Id<Refund>.New()}, {refund.Id}, {refund.RefundId}, {charge.Id}, {amount.Minor}, {amount.Currency}, {tx.Now})
            """);
        return refund;
    }
}
