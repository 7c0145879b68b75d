using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Payments;

/// <summary>What orders ask of payments.</summary>
public interface IPayments
{
    /// <summary>Ways to pay that are switched on.</summary>
    IReadOnlyList<PaymentMethod> Methods { get; }

    /// <summary>Opens the payment of a new order, in the order's transaction (queued, no round trip).</summary>
    PaymentView Open(Tx tx, OrderId order, Money amount, string method);

    /// <summary>The payments of these orders.</summary>
    Task<IReadOnlyDictionary<OrderId, PaymentView>> Of(IReadOnlyCollection<OrderId> orders, CancellationToken cancel);

    /// <summary>
    /// Calls the payment off with its order: what was captured is to be refunded, what is still open must not be captured. The refund is
    /// written in
    /// this transaction and carried out after it.
    /// </summary>
    Task CallOff(Tx tx, OrderId order, string reason);

    /// <summary>
    /// Writes a refund in this transaction: what was paid for units of lines, an amount, or all that is left. It is carried out after it,
    /// by <see cref="SettleRefunds"/> or the job. Never more than was captured. Takes the order's lock.
    /// </summary>
    /// <returns>What goes back.</returns>
    Task<Outcome<Money>> WriteRefund(Tx tx, OrderId order, RefundDraft draft);

    /// <summary>Carries out refunds that were written, now rather than at the next turn of the job.</summary>
    Task SettleRefunds(OrderId order, CancellationToken cancel);

    /// <summary>Money for an order paid on delivery has been collected.</summary>
    Task CollectOnDelivery(Tx tx, OrderId order);
}

/// <summary>A refund to be written. Neither lines nor shipping nor an amount: all that is left.</summary>
/// <param name="Lines">Units of the order's lines.</param>
/// <param name="Shipping">What was paid for delivery.</param>
/// <param name="Amount">So much of it.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who decided it.</param>
public sealed record RefundDraft(
    IReadOnlyList<Orders.RefundedUnits>? Lines, bool Shipping, Money? Amount, string Reason, string By);

/// <summary>A way to pay.</summary>
/// <param name="Id">card, paypal, upi, cod.</param>
/// <param name="Provider">Who handles it.</param>
/// <param name="Name">As shown.</param>
public sealed record PaymentMethod(string Id, string Provider, string Name)
{
    /// <summary>What the buyer's browser needs to know of the provider, like its public key. Nothing secret.</summary>
    public IReadOnlyDictionary<string, string>? Settings { get; init; }
}

/// <summary>A payment as the order shows it.</summary>
/// <param name="Id">The payment.</param>
/// <param name="Provider">Who handles it.</param>
/// <param name="Method">card, paypal, upi, cod.</param>
/// <param name="Status">pending, authorized, paid, failed, partiallyRefunded, refunded.</param>
/// <param name="Amount">What is due.</param>
/// <param name="Refunded">What went back.</param>
/// <param name="Reference">The provider's own reference of the last attempt.</param>
/// <param name="NextAction">What the buyer must do now.</param>
/// <param name="DeclineReason">Why the last attempt failed.</param>
public sealed record PaymentView(
    PaymentId Id, string Provider, string Method, PaymentStatus Status, Money Amount, Money Refunded, string? Reference,
        NextAction NextAction,
    string? DeclineReason = null)
{
    /// <summary>As answered to a client that reaches the shop at this origin.</summary>
    public PaymentView At(string origin) => this with { NextAction = NextAction.At(origin) };
}

/// <summary>Where a payment stands.</summary>
public enum PaymentStatus
{
    /// <summary>Not there yet.</summary>
    Pending,

    /// <summary>Promised by the provider, not taken.</summary>
    Authorized,

    /// <summary>Taken.</summary>
    Paid,

    /// <summary>The last attempt failed; another may be made.</summary>
    Failed,

    /// <summary>Some of it went back.</summary>
    PartiallyRefunded,

    /// <summary>All of it went back.</summary>
    Refunded,
}

/// <summary>What the buyer must do next: none, redirect (to <paramref name="Url"/>), or confirm with the provider's script.</summary>
/// <param name="Type">none, redirect, confirm.</param>
/// <param name="Url">Where to go. Inside the shop a path like "/demo-gateway/…" when it points at this host; answers carry it in
/// full.</param>
/// <param name="Provider">Whose script.</param>
/// <param name="ClientSecret">For that script.</param>
public sealed record NextAction(string Type, string? Url = null, string? Provider = null, string? ClientSecret = null)
{
    /// <summary>Nothing.</summary>
    public static NextAction None { get; } = new("none");

    /// <summary>The same, its address complete: a path is taken as one of the shop at <paramref name="origin"/>.</summary>
    public NextAction At(string origin) => Url is ['/', ..] ? this with { Url = origin + Url } : this;
}

/// <summary>Ways to pay by name. Which of them are switched on is the payments module's affair.</summary>
public static class PaymentMethods
{
    /// <summary>By card, through a provider.</summary>
    public const string Card = "card";

    /// <summary>In cash, to the courier.</summary>
    public const string CashOnDelivery = "cod";

    /// <summary>All that a request may name.</summary>
    public static IReadOnlyList<string> Known { get; } = [Card, "paypal", "upi", CashOnDelivery];
}
