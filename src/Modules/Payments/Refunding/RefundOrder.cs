using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Refunding;

/// <summary>
/// Staff give money back: an amount, what was paid for units of some lines or for delivery, or all that is left. Never more than was
/// captured. Units may go back on the shelf.
/// </summary>
internal static class RefundOrder
{
    internal sealed record Request(
        Money? Amount, IReadOnlyList<LineInput?>? Lines, string? Reason, bool? Shipping = null, bool? Restock = null) : IChecked
    {
        private const int MostLines = 500;
        private const int MostUnits = 1_000_000;

        public void Check(Faults faults)
        {
            faults.OptionalAmount("amount", Amount);
            faults.Unless(Amount is null or { Minor: > 0 }, "amount", "must be more than nothing");
            faults.Text("reason", Reason, 500);
            faults.Unless(Amount is null || Lines is null, "lines", "give either lines or an amount");
            faults.Unless(Amount is null || Shipping is not true, "shipping", "give either an amount or what it is for");
            faults.Unless(Restock is not true || Lines is not null, "restock", "only units of lines can go back on the shelf");
            faults.Unless(Lines is null or { Count: > 0 and <= MostLines }, "lines", $"must hold 1 to {MostLines} lines");
            for (var i = 0; Lines is not null && i < Math.Min(Lines.Count, MostLines); i++)
            {
                faults.Required($"lines[{i}].lineId", Lines[i]?.LineId);
                faults.Range($"lines[{i}].quantity", Lines[i]?.Quantity, 1, MostUnits);
            }

            faults.Unless(Lines?.Select(line => line?.LineId).Distinct().Count() == Lines?.Count, "lines", "names a line twice");
        }

        public RefundDraft Draft(string by) => new(
            Lines?.Select(line => new RefundedUnits(line!.LineId!.Value, line.Quantity!.Value)).ToList(), Shipping == true, Amount,
            Reason!.Trim(), by);
    }

    internal sealed record LineInput(OrderLineId? LineId, int? Quantity);

    internal sealed record Refunded(OrderId OrderId, Money Amount, string Reason, PaymentView? Payment = null);

    internal static async Task<IResult> Handle(
        OrderId id, Body<Request> body, Caller caller, HttpContext http, Database db, RefundDesk desk, IPayments payments,
        CancellationToken cancel)
    {
        if (!IdempotencyKey.From(http, caller, $"payments.refund:{id}", body.Hash, required: false).Try(out var key, out var refusal)
            && refusal is not null)
        {
            return refusal.ToResult();
        }

        var outcome = await db.Write("payments.refund", tx => Write(tx, id, body.Value, caller, desk, key), cancel);
        if (!outcome.Try(out var refunded, out refusal))
        {
            return refusal.ToResult();
        }

        await payments.SettleRefunds(id, cancel);
        var now = (await payments.Of([id], cancel))[id];
        return Results.Json(refunded with { Payment = now }, ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<Outcome<Refunded>> Write(
        Tx tx, OrderId id, Request request, Caller caller, RefundDesk desk, IdempotencyKey? key)
    {
        var claim = await tx.Claim(key);
        if (!claim.Succeeded)
        {
            return claim.Refusal;
        }

        if (claim.Value is { } stored)
        {
            return Idempotency.Read<Refunded>(stored);
        }

        return (await desk.Write(tx, id, request.Draft(caller.Name), request.Restock == true)).Then(amount =>
        {
            var refunded = new Refunded(id, amount, request.Reason!.Trim());
            tx.Remember(key, refunded);
            return refunded;
        });
    }

    /// <summary>Which attempts give how much back, or why not.</summary>
    internal static Outcome<List<(Remainder From, Money Amount)>> Decide(
        Money? wanted, Currency currency, IReadOnlyList<Remainder> left)
    {
        if (wanted is { } some && some.Currency != currency)
        {
            return PlatformErrors.Invalid.On("amount.currency", $"must be {currency}");
        }

        var available = left.Aggregate(Money.Zero(currency), (sum, some) => sum + some.Amount);
        return !available.IsZero && Refunds.Split(wanted ?? available, left) is { } parts
            ? parts
            : PaymentsErrors.NothingToRefund.With("available", available);
    }
}
