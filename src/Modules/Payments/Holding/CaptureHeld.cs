using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Payments.Paying;
using Tradepost.Payments.Reconciling;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Holding;

/// <summary>
/// Staff take money that is held, or a part of it, or let it go. The wish is written and then carried out; when the provider gives no answer
/// it is asked again later under the same key, and the answer here still shows the money as held.
/// </summary>
internal static class CaptureHeld
{
    internal sealed record Request(Money? Amount) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.OptionalAmount("amount", Amount);
            faults.Unless(Amount is null or { Minor: > 0 }, "amount", "must be more than nothing");
        }
    }

    internal static Task<IResult> Capture(
        OrderId id, OptionalBody<Request> body, Caller caller, HttpContext http, Wishes wishes, CancellationToken cancel) =>
        wishes.Carry(http, caller, new(id, Wanted.Capture, body.Value?.Amount), cancel);

    internal static Task<IResult> Void(OrderId id, Caller caller, HttpContext http, Wishes wishes, CancellationToken cancel) =>
        wishes.Carry(http, caller, new(id, Wanted.Void, null), cancel);
}

/// <summary>What staff want done with an order's held money.</summary>
internal sealed record Wish(OrderId Order, Wanted Wanted, Money? Amount);

/// <summary>Writes a wish, carries it out, and tells how the payment stands then.</summary>
internal sealed class Wishes(Database db, IOrders orders, Reconciler reconciler)
{
    public async Task<IResult> Carry(HttpContext http, Caller caller, Wish wish, CancellationToken cancel)
    {
        var route = $"payments.{Words.Of(wish.Wanted)}:{wish.Order}";
        if (!IdempotencyKey.From(http, caller, route, wish.Amount?.ToString() ?? "all", required: false).Try(out var key, out var refusal) && refusal is not null)
        {
            return refusal.ToResult();
        }

        var outcome = await db.Write(route.Split(':')[0], tx => Write(tx, wish, caller, key), cancel);
        if (!outcome.Succeeded)
        {
            return outcome.Refusal.ToResult();
        }

        await reconciler.Settle(wish.Order, cancel);
        return (await ShowPayment.Read(db, wish.Order, cancel)).Ok();
    }

    private async Task<Outcome<Done>> Write(Tx tx, Wish wish, Caller caller, IdempotencyKey? key)
    {
        var claim = await tx.Claim(key);
        if (!claim.Succeeded || claim.Value is not null)
        {
            return claim.Succeeded ? Done.Value : claim.Refusal;
        }

        if (await orders.LockForPayment(tx, wish.Order) is null)
        {
            return OrderErrors.NotFound.Refuse();
        }

        var payment = await LockedPayment.Take(tx, wish.Order);
        if (await Holds.Of(tx, payment.Id) is not { Wanted: null } held)
        {
            return PaymentsErrors.NothingHeld.Refuse();
        }

        if (wish.Amount is { } part && part.Currency != held.Amount.Currency)
        {
            return PlatformErrors.Invalid.On("amount.currency", $"must be {held.Amount.Currency}");
        }

        if (wish.Amount > held.Amount)
        {
            return PaymentsErrors.ExceedsHeld.With("authorized", held.Amount);
        }

        Holds.Want(tx, held, wish.Wanted, wish.Amount);
        var asked = wish.Wanted == Wanted.Capture ? "captureAsked" : "voidAsked";
        orders.Note(tx, wish.Order, asked, caller.Name, (wish.Amount ?? held.Amount).ToString());
        tx.Remember(key, new { wish.Order });
        return Done.Value;
    }
}
