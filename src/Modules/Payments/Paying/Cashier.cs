using Tradepost.Contracts.Payments;
using Tradepost.Payments.Gateways;
using Tradepost.Payments.Refunding;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Platform.Verification;

namespace Tradepost.Payments.Paying;

/// <summary>
/// Takes the money for an order: write the attempt, commit, call the provider with the attempt's id as its key, record the answer. Wherever
/// the host dies in between, the same request, the provider's webhook or the reconciler brings it to its end. An attempt still open from
/// before is given up at the provider's first, so that two can never both take money.
/// </summary>
internal sealed class Cashier(Database db, GatewayList gateways, Beginning beginning, Recorder recorder, RefundRunner refunds)
{
    private const int Rounds = 3;

    public async Task<Outcome<PaymentView>> Pay(Purchase purchase, CancellationToken cancel)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var begun = await db.Write("payments.begin", tx => beginning.Begin(tx, purchase), cancel);
            if (!begun.Try(out var step, out var refusal))
            {
                return refusal;
            }

            if (step.Reply is { } reply)
            {
                return reply.ToOutcome();
            }

            if (step.Call is { } charge)
            {
                return await Call(step.Attempt!, charge, purchase.Key, cancel);
            }

            if (!await GiveUp(step.Attempt!, cancel))
            {
                return PaymentsErrors.ProviderAway.Refuse();
            }
        }

        return PaymentsErrors.Interrupted.Refuse();
    }

    private async Task<Outcome<PaymentView>> Call(Attempt attempt, Charge charge, IdempotencyKey? key, CancellationToken cancel)
    {
        CrashPoints.Hit("payments.before_call");
        var answer = await gateways.Online(attempt.Provider)!.Start(charge, cancel);
        CrashPoints.Hit("payments.after_call");
        var reply = await recorder.Record(attempt, answer, key, CancellationToken.None);
        CrashPoints.Hit("payments.recorded");
        if (reply.Problem == Reply.Returned)
        {
            await refunds.Settle(attempt.OrderId, cancel);
        }

        return reply.ToOutcome();
    }

    // False: the provider does not answer, so the old attempt may still take the money and no other may begin.
    private async Task<bool> GiveUp(Attempt attempt, CancellationToken cancel)
    {
        var answer = await gateways.Online(attempt.Provider)!.Void(attempt.ToCharge(), cancel);
        await recorder.Record(attempt, answer, null, cancel);
        return answer.Kind is not AnswerKind.Lost;
    }
}

/// <summary>A request to pay.</summary>
/// <param name="Order">For which order.</param>
/// <param name="Method">How.</param>
/// <param name="CardNumber">Digits, for cards.</param>
/// <param name="ReturnPath">Where the buyer comes back to; null: where the order says.</param>
/// <param name="Key">What makes the request the same request.</param>
internal sealed record Purchase(OrderId Order, string Method, string? CardNumber, string? ReturnPath, IdempotencyKey? Key);
