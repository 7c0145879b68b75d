using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Payments;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Gateways;

/// <summary>Somebody who takes money for the shop. Adding one touches no other module.</summary>
internal interface IPaymentGateway
{
    /// <summary>Its name in data and addresses.</summary>
    string Name { get; }

    /// <summary>The ways to pay it handles; none while it has no keys.</summary>
    IReadOnlyList<PaymentMethod> Methods { get; }

    /// <summary>Whether it can take this very amount: its currency, and no finer than its smallest unit.</summary>
    bool Takes(string method, Money amount) => true;

    /// <summary>Gives captured money back. The refund's id is the key: asked twice, it gives back once.</summary>
    Task<RefundAnswer> Refund(RefundRequest refund, CancellationToken cancel);
}

/// <summary>A provider that is asked over the network when the buyer pays, and that reports by webhook.</summary>
internal interface IOnlineGateway : IPaymentGateway
{
    /// <summary>Where browsers must be allowed to load from to pay here.</summary>
    BrowserOrigins Origins => BrowserOrigins.None;

    /// <summary>Asks for the money. The attempt's id is the key: asked twice, it takes once and answers the same.</summary>
    Task<GatewayAnswer> Start(Charge charge, CancellationToken cancel);

    /// <summary>What became of an attempt. A provider that takes money only when told to is told so here.</summary>
    /// <param name="charge">The attempt.</param>
    /// <param name="mayTake">False: only ask, the attempt was given up.</param>
    /// <param name="cancel">Stops it.</param>
    Task<GatewayAnswer> Query(Charge charge, bool mayTake, CancellationToken cancel);

    /// <summary>Takes what was authorised, or a part of it; the rest is let go. The attempt is the key.</summary>
    Task<GatewayAnswer> Capture(Charge charge, Money amount, CancellationToken cancel);

    /// <summary>
    /// Gives an attempt up, an authorised one too: from now on it can't take money, even when the provider has not heard of it yet. Answers
    /// Captured when it already did.
    /// </summary>
    Task<GatewayAnswer> Void(Charge charge, CancellationToken cancel);

    /// <summary>Whether the proof a buyer's browser brought back is the provider's own. Providers without such a proof are asked.</summary>
    bool IsProof(Charge charge, IReadOnlyDictionary<string, string> proof) => true;

    /// <summary>Whether a webhook really comes from the provider. Null: not known now, it must be sent again.</summary>
    Task<bool?> IsGenuine(IHeaderDictionary headers, ReadOnlyMemory<byte> body, CancellationToken cancel);

    /// <summary>What a genuine webhook says; null when it is unreadable.</summary>
    /// <param name="payload">The body.</param>
    /// <param name="headers">Its headers; null when it is read again from the inbox.</param>
    GatewayNotice? Read(string payload, IHeaderDictionary? headers);
}

/// <summary>Origins of a provider's script, frames and calls.</summary>
internal sealed record BrowserOrigins(IReadOnlyList<string> Scripts, IReadOnlyList<string> Frames, IReadOnlyList<string> Connections)
{
    public static BrowserOrigins None { get; } = new([], [], []);
}

/// <summary>Money asked for.</summary>
/// <param name="Attempt">The key.</param>
/// <param name="Description">What the buyer reads at the provider's.</param>
/// <param name="Amount">How much.</param>
/// <param name="CardNumber">For cards where the demo gateway stands in for a real provider's form. Never stored, never logged.</param>
/// <param name="ReturnPath">Where the buyer comes back to, a path of the shop.</param>
internal sealed record Charge(PaymentAttemptId Attempt, string Description, Money Amount, string? CardNumber, string ReturnPath)
{
    /// <summary>The way to pay.</summary>
    public string Method { get; init; } = PaymentMethods.Card;

    /// <summary>Only hold the money; it is taken when the goods go out.</summary>
    public bool CaptureLater { get; init; }

    /// <summary>The provider's own name for it, once known.</summary>
    public string? Reference { get; init; }
}

/// <summary>Money to go back.</summary>
internal sealed record RefundRequest(RefundId Id, PaymentAttemptId Attempt, string? ProviderReference, Money Amount);

/// <summary>What a provider answers about an attempt.</summary>
internal enum AnswerKind
{
    /// <summary>The money was taken.</summary>
    Captured,

    /// <summary>The money is held for the shop and can be taken.</summary>
    Authorized,

    /// <summary>The buyer must confirm first.</summary>
    Challenged,

    /// <summary>No money.</summary>
    Declined,

    /// <summary>Given up; no money, ever.</summary>
    Voided,

    /// <summary>No answer came, or the provider does not know yet. It may or may not take the money.</summary>
    Lost,

    /// <summary>The provider has not heard of it.</summary>
    Missing,
}

/// <summary>A provider's answer.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Reference">The provider's own name for the attempt.</param>
/// <param name="Amount">What was taken or is held.</param>
/// <param name="Reason">Why not; with Challenged: why the buyer's last try failed.</param>
/// <param name="Next">What the buyer must do.</param>
/// <param name="Fee">What the provider keeps for itself, when it says.</param>
internal sealed record GatewayAnswer(
    AnswerKind Kind, string? Reference = null, Money? Amount = null, string? Reason = null, NextAction? Next = null, Money? Fee = null);

/// <summary>
/// A webhook's contents. With an answer it says all that is to be known; without one it is a bell: the provider is asked, so that reports in
/// any order lead to what is true.
/// </summary>
internal sealed record GatewayNotice(string EventId, PaymentAttemptId? Attempt, GatewayAnswer? Answer)
{
    /// <summary>Names the attempt where its id is not told.</summary>
    public string? Reference { get; init; }

    /// <summary>Something happened to a refund.</summary>
    public bool AboutRefund { get; init; }
}

/// <summary>What a provider answers to a refund.</summary>
/// <param name="Done">True: it went back. False: it never will. Null: not known, ask again.</param>
/// <param name="Reference">The provider's own.</param>
/// <param name="Error">Why not.</param>
internal sealed record RefundAnswer(bool? Done, string? Reference = null, string? Error = null);
