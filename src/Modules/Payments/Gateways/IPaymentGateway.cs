using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Payments;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Gateways;

/// <summary>Somebody who takes money for the shop. Adding one touches no other module.</summary>
internal interface IPaymentGateway
{
    /// <summary>Its name in data and addresses.</summary>
    string Name { get; }

    /// <summary>The ways to pay it handles.</summary>
    IReadOnlyList<PaymentMethod> Methods { get; }

    /// <summary>Gives captured money back. The refund's id is the key: asked twice, it gives back once.</summary>
    Task<RefundAnswer> Refund(RefundRequest refund, CancellationToken cancel);
}

/// <summary>A provider that is asked over the network when the buyer pays, and that reports by webhook.</summary>
internal interface IOnlineGateway : IPaymentGateway
{
    /// <summary>Asks for the money. The attempt's id is the key: asked twice, it takes once and answers the same.</summary>
    Task<GatewayAnswer> Start(Charge charge, CancellationToken cancel);

    /// <summary>What became of an attempt.</summary>
    Task<GatewayAnswer> Query(PaymentAttemptId attempt, CancellationToken cancel);

    /// <summary>
    /// Gives an attempt up: from now on it can't take money, even when the provider has not heard of it yet. Answers Captured when it
    /// already did.
    /// </summary>
    Task<GatewayAnswer> Void(PaymentAttemptId attempt, CancellationToken cancel);

    /// <summary>Whether a webhook really comes from the provider.</summary>
    bool IsGenuine(IHeaderDictionary headers, ReadOnlySpan<byte> body);

    /// <summary>What a genuine webhook says; null when it is unreadable.</summary>
    GatewayNotice? Read(string payload);
}

/// <summary>Money asked for.</summary>
/// <param name="Attempt">The key.</param>
/// <param name="Description">What the buyer reads at the provider's.</param>
/// <param name="Amount">How much.</param>
/// <param name="CardNumber">For cards where the demo gateway stands in for a real provider's form. Never stored, never logged.</param>
/// <param name="ReturnPath">Where the buyer comes back to, a path of the shop.</param>
internal sealed record Charge(PaymentAttemptId Attempt, string Description, Money Amount, string? CardNumber, string ReturnPath);

/// <summary>Money to go back.</summary>
internal sealed record RefundRequest(RefundId Id, PaymentAttemptId Attempt, string? ProviderReference, Money Amount);

/// <summary>What a provider answers about an attempt.</summary>
internal enum AnswerKind
{
    /// <summary>The money was taken.</summary>
    Captured,

    /// <summary>The buyer must confirm first.</summary>
    Challenged,

    /// <summary>No money.</summary>
    Declined,

    /// <summary>Given up; no money, ever.</summary>
    Voided,

    /// <summary>No answer came. It may or may not have taken the money.</summary>
    Lost,

    /// <summary>The provider has not heard of it.</summary>
    Missing,
}

/// <summary>A provider's answer.</summary>
internal sealed record GatewayAnswer(
    AnswerKind Kind, string? Reference = null, Money? Amount = null, string? Reason = null, NextAction? Next = null);

/// <summary>A webhook's contents.</summary>
internal sealed record GatewayNotice(string EventId, PaymentAttemptId? Attempt, GatewayAnswer? Answer);

/// <summary>What a provider answers to a refund.</summary>
/// <param name="Done">True: it went back. False: it never will. Null: not known, ask again.</param>
/// <param name="Reference">The provider's own.</param>
/// <param name="Error">Why not.</param>
internal sealed record RefundAnswer(bool? Done, string? Reference = null, string? Error = null);
