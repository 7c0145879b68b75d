using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Contracts.Shop;
using Tradepost.Payments.Gateways;
using Tradepost.Payments.Refunding;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Paying;

/// <summary>
/// The buyer came back from the provider's page or script. What the browser says is not believed: a proof it brings is checked, and the
/// provider is asked how it went.
/// </summary>
internal static class ConfirmPayment
{
    private const int MostFacts = 10;

    /// <param name="Proof">What the provider's script handed over, by its own names.</param>
    internal sealed record Request(IReadOnlyDictionary<string, string>? Proof) : IChecked
    {
        public void Check(Faults faults) => faults.Unless(
            Proof is null || (Proof.Count <= MostFacts && Proof.All(fact => fact.Key.Length <= 100 && fact.Value is { Length: <= 500 })),
            "proof", "is too long");
    }

    internal static async Task<IResult> Handle(
        PaymentId id, OptionalBody<Request> body, Caller caller, HttpContext http, Confirmation confirmation, ShopSettings settings,
        CancellationToken cancel)
    {
        var outcome = await confirmation.Confirm(id, body.Value?.Proof, caller, cancel);
        var origin = ShopAddress.OriginOf(http.Request, settings);
        return outcome.Then(payment => payment.At(origin)).Ok();
    }
}

/// <summary>Asks the provider about the attempt a buyer came back from.</summary>
internal sealed class Confirmation(
    Database db, IOrders orders, IPayments payments, GatewayList gateways, Recorder recorder, RefundRunner refunds)
{
    public async Task<Outcome<PaymentView>> Confirm(
        PaymentId id, IReadOnlyDictionary<string, string>? proof, Caller caller, CancellationToken cancel)
    {
        var order = await db.Row(
            $"select order_id from payments.payments where id = {id}", row => (OrderId?)row.Id<Contracts.Kinds.Order>(0), cancel);
        if (order is not { } known || !await orders.MayAccess(known, caller, cancel))
        {
            return PaymentsErrors.NotFound.Refuse();
        }

        var attempt = (await Attempt.Of(db, id, cancel)).FirstOrDefault(some => some.IsOpen);
        if (attempt is null || gateways.Online(attempt.Provider) is not { } gateway)
        {
            return await View(known, cancel);
        }

        if (proof is { Count: > 0 } && !gateway.IsProof(attempt.ToCharge(), proof))
        {
            return PaymentsErrors.BadProof.Refuse();
        }

        var answer = await gateway.Query(attempt.ToCharge(), mayTake: true, cancel);
        if (answer.Kind is not (AnswerKind.Lost or AnswerKind.Missing))
        {
            var reply = await recorder.Record(attempt, answer, null, CancellationToken.None);
            if (reply.Problem == Reply.Returned)
            {
                await refunds.Settle(known, cancel);
            }
        }

        return await View(known, cancel);
    }

    private async Task<Outcome<PaymentView>> View(OrderId order, CancellationToken cancel) =>
        (await payments.Of([order], cancel))[order];
}
