using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Refunding;

/// <summary>
/// Staff give money back: an amount, what was paid for units of some lines, or all that is left. Never more than was captured.
/// </summary>
internal static class RefundOrder
{
    internal sealed record Request(Money? Amount, IReadOnlyList<LineInput?>? Lines, string? Reason) : IChecked
    {
        private const int MostLines = 500;
        private const int MostUnits = 1_000_000;

        public void Check(Faults faults)
        {
            faults.OptionalAmount("amount", Amount);
            faults.Unless(Amount is null or { Minor: > 0 }, "amount", "must be more than nothing");
            faults.Text("reason", Reason, 500);
            faults.Unless(Amount is null || Lines is null, "lines", "give either lines or an amount");
            faults.Unless(Lines is null or { Count: > 0 and <= MostLines }, "lines", $"must hold 1 to {MostLines} lines");
            for (var i = 0; Lines is not null && i < Math.Min(Lines.Count, MostLines); i++)
            {
                faults.Required($"lines[{i}].lineId", Lines[i]?.LineId);
                faults.Range($"lines[{i}].quantity", Lines[i]?.Quantity, 1, MostUnits);
            }

            faults.Unless(Lines?.Select(line => line?.LineId).Distinct().Count() == Lines?.Count, "lines", "names a line twice");
        }

        public IReadOnlyList<RefundedUnits>? Units() =>
            Lines is null ? null : [.. Lines.Select(line => new RefundedUnits(line!.LineId!.Value, line.Quantity!.Value))];
    }

    internal sealed record LineInput(OrderLineId? LineId, int? Quantity);

    internal sealed record Refunded(OrderId OrderId, Money Amount, string Reason, PaymentView? Payment = null);

    internal static async Task<IResult> Handle(
        OrderId id, Body<Request> body, Caller caller, HttpContext http, Database db, IOrders orders, IPayments payments,
        CancellationToken cancel)
    {
        if (!IdempotencyKey.From(http, caller, $"payments.refund:{id}", body.Hash, required: false).Try(out var key, out var refusal)
            && refusal is not null)
        {
            return refusal.ToResult();
        }

        var outcome = await db.Write("payments.refund", tx => Write(tx, id, body.Value, caller, orders, key), cancel);
        if (!outcome.Try(out var refunded, out refusal))
        {
            return refusal.ToResult();
        }

        await payments.SettleRefunds(id, cancel);
        var now = (await payments.Of([id], cancel))[id];
        return Results.Json(refunded with { Payment = now }, ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<Outcome<Refunded>> Write(
        Tx tx, OrderId id, Request request, Caller caller, IOrders orders, IdempotencyKey? key)
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

        if (await orders.LockForPayment(tx, id) is null)
        {
            return OrderErrors.NotFound.Refuse();
        }

        var payment = await LockedPayment.Take(tx, id);
        var left = await Refunds.Left(tx, payment.Id);
        var amount = request.Amount;
        if (request.Units() is { } units)
        {
            if (!(await orders.TakeForRefund(tx, id, units)).Try(out var paid, out var refusal))
            {
                return refusal;
            }

            amount = paid;
        }

        return Decide(amount, payment.Amount.Currency, left).Then(parts =>
        {
            var reason = request.Reason!.Trim();
            foreach (var (from, part) in parts)
            {
                Refunds.Insert(tx, payment.Id, from, part, reason, caller.Name);
            }

            var refunded = new Refunded(id, parts.Aggregate(Money.Zero(payment.Amount.Currency), (sum, part) => sum + part.Amount), reason);
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
