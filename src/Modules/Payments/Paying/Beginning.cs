using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Contracts.Shop;
using Tradepost.Payments.Gateways;
using Tradepost.Payments.Refunding;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Paying;

/// <summary>The first transaction of paying: looks at the order under its lock and decides what is to be done.</summary>
internal sealed class Beginning(IOrders orders, GatewayList gateways, OnDelivery onDelivery, ShopSettings settings)
{
    /// <summary>An attempt nobody answered for this long is looked after by the reconciler.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>What comes next: a reply that is ready, an attempt to call the provider for, or an old attempt to give up first.</summary>
    public async Task<Outcome<Step>> Begin(Tx tx, Purchase purchase)
    {
        // One round trip for all that must be held and seen first, in the order of locks.
        orders.AskForPayment(tx, purchase.Order);
        var paying = LockedPayment.Ask(tx, purchase.Order);
        var asked = Attempt.Ask(tx, purchase.Order);
        var claim = await tx.Claim(purchase.Key);
        if (!claim.Succeeded)
        {
            return claim.Refusal;
        }

        if (claim.Value is { } stored)
        {
            return new Step(Reply: Idempotency.Read<Reply>(stored));
        }

        if (await orders.LockForPayment(tx, purchase.Order) is not { } order || await paying.Row() is not { } payment)
        {
            return OrderErrors.NotFound.Refuse();
        }

        var attempts = await asked.Rows();
        var mine = purchase.Key is null ? null : attempts.LastOrDefault(attempt => attempt.RequestKey == purchase.Key.Key);
        if (mine is not null)
        {
            return await Resume(tx, purchase, payment, mine);
        }

        if (Refuse(tx, purchase, order, payment) is { } refusal)
        {
            return refusal;
        }

        return attempts.LastOrDefault(attempt => attempt.IsOpen) is { } open
            ? Continue(tx, purchase, payment, open)
            : await Fresh(tx, purchase, order, payment, attempts is [.., var last] ? last : null);
    }

    // The same request again: its first try died on the way, or is on its way still.
    private static async Task<Step> Resume(Tx tx, Purchase purchase, LockedPayment payment, Attempt mine)
    {
        if (mine.State is AttemptState.Pending or AttemptState.Unknown)
        {
            return new Step(Attempt: mine, Call: mine.ToCharge(purchase.CardNumber));
        }

        var reply = Reply.About(payment.View(mine), mine.State, await Refunds.IsReturned(tx, mine.Id));
        tx.Remember(purchase.Key, reply);
        return new Step(Reply: reply);
    }

    private static Refusal? Refuse(Tx tx, Purchase purchase, OrderToPay order, LockedPayment payment)
    {
        if (order.Status == OrderStatus.Cancelled)
        {
            return PaymentsErrors.NotPayable.Refuse();
        }

        if (payment.Captured > payment.Refunded || payment.Status == PaymentStatus.Authorized)
        {
            return PaymentsErrors.AlreadyPaid.Refuse();
        }

        // An order to be paid at the door may be told so again.
        var accepted = order.Status != OrderStatus.PendingPayment;
        var again = accepted && payment.Provider == CashOnDelivery.ProviderName && purchase.Method == PaymentMethods.CashOnDelivery;

        // Its money was held and let go again: the goods still wait for money.
        var unpaid = order.Status == OrderStatus.Processing && payment.Provider != CashOnDelivery.ProviderName && !payment.Amount.IsZero
            && payment.Captured.IsZero;
        var payable = accepted ? again || unpaid : order.ReservedUntil >= tx.Now;
        return payable ? null : PaymentsErrors.NotPayable.Refuse();
    }

    // The buyer who comes back to a challenge is sent to it again; anything else replaces it.
    private static Step Continue(Tx tx, Purchase purchase, LockedPayment payment, Attempt open)
    {
        var same = open.State == AttemptState.Challenged && open.Method == purchase.Method
            && open.Last4 == (purchase.CardNumber is { } digits ? CardNumber.Last4(digits) : null);
        if (!same)
        {
            return new Step(Attempt: open);
        }

        var reply = new Reply(payment.View(open));
        tx.Remember(purchase.Key, reply);
        return new Step(Reply: reply);
    }

    private async Task<Outcome<Step>> Fresh(Tx tx, Purchase purchase, OrderToPay order, LockedPayment payment, Attempt? last)
    {
        if (gateways.ForMethod(purchase.Method, payment.Amount) is not { } gateway)
        {
            return PlatformErrors.Invalid.On("method", "is not offered for this amount");
        }

        if (gateway is not IOnlineGateway || payment.Amount.IsZero)
        {
            if (await onDelivery.Accept(tx, payment with { Method = purchase.Method, Provider = gateway.Name }) is not { } accepted)
            {
                return PaymentsErrors.NotPayable.Refuse();
            }

            var reply = new Reply(accepted.View(last));
            tx.Remember(purchase.Key, reply);
            return new Step(Reply: reply);
        }

        var attempt = new Attempt(
            PaymentAttemptId.New(), order.Id, purchase.Method, gateway.Name, payment.Amount, AttemptState.Pending, null, null, null,
            purchase.CardNumber is { } digits ? CardNumber.Last4(digits) : null, purchase.Key?.Key)
        {
            Description = $"Order {order.Number}",
            ReturnPath = ReturnPath(purchase.ReturnPath ?? order.ReturnUrl, order.Id),
            CaptureLater = settings.Now.Payments.Capture == CaptureTime.OnShipment,
        };
        attempt.Insert(tx, payment.Id, tx.Now + Patience);
        var status = PaymentRules.Status(payment.Captured.Minor, payment.Refunded.Minor, attempt.State);
        (payment with { Method = purchase.Method, Provider = gateway.Name, Status = status }).Save(tx);
        orders.RecordPayment(tx, order.Id, status);
        return new Step(Attempt: attempt, Call: attempt.ToCharge(purchase.CardNumber));
    }

    /// <summary>The order's own page, or the page asked for, told which order it is about.</summary>
    internal static string ReturnPath(string? wanted, OrderId order) =>
        wanted is null ? $"/orders/{order}" : $"{wanted}{(wanted.Contains('?', StringComparison.Ordinal) ? '&' : '?')}order={order}";
}

/// <summary>What to do next.</summary>
/// <param name="Reply">Tell the buyer this.</param>
/// <param name="Attempt">With <paramref name="Call"/>: the attempt to call for. Without: an old one to give up first.</param>
/// <param name="Call">What to ask the provider for.</param>
internal sealed record Step(Reply? Reply = null, Attempt? Attempt = null, Charge? Call = null);
