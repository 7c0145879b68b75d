using Tradepost.Payments.Gateways;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Paying;

/// <summary>Where an attempt stands.</summary>
internal enum AttemptState
{
    /// <summary>Written, the provider's answer is not here yet.</summary>
    Pending,

    /// <summary>The provider was asked and gave no answer.</summary>
    Unknown,

    /// <summary>The buyer is confirming with the provider.</summary>
    Challenged,

    /// <summary>Held for the shop, not taken yet.</summary>
    Authorized,

    /// <summary>Taken. Final.</summary>
    Captured,

    /// <summary>Refused.</summary>
    Declined,

    /// <summary>Given up.</summary>
    Voided,
}

/// <summary>What the shop wants done with money that is held.</summary>
internal enum Wanted
{
    /// <summary>Take it.</summary>
    Capture,

    /// <summary>Let it go.</summary>
    Void,
}

/// <summary>
/// How answers move an attempt, in whatever order they come. The database holds the same table (payments.attempt_edges) and refuses
/// everything else.
/// </summary>
internal static class AttemptRules
{
    /// <summary>Money that was taken outweighs all that was said before and after; money that is held outweighs a refusal.</summary>
    public static IReadOnlySet<(AttemptState From, AttemptState To)> Edges { get; } = new HashSet<(AttemptState From, AttemptState To)>
    {
        (AttemptState.Pending, AttemptState.Unknown),
        (AttemptState.Pending, AttemptState.Challenged),
        (AttemptState.Pending, AttemptState.Authorized),
        (AttemptState.Pending, AttemptState.Captured),
        (AttemptState.Pending, AttemptState.Declined),
        (AttemptState.Pending, AttemptState.Voided),
        (AttemptState.Unknown, AttemptState.Challenged),
        (AttemptState.Unknown, AttemptState.Authorized),
        (AttemptState.Unknown, AttemptState.Captured),
        (AttemptState.Unknown, AttemptState.Declined),
        (AttemptState.Unknown, AttemptState.Voided),
        (AttemptState.Challenged, AttemptState.Authorized),
        (AttemptState.Challenged, AttemptState.Captured),
        (AttemptState.Challenged, AttemptState.Declined),
        (AttemptState.Challenged, AttemptState.Voided),
        (AttemptState.Authorized, AttemptState.Captured),
        (AttemptState.Authorized, AttemptState.Declined),
        (AttemptState.Authorized, AttemptState.Voided),
        (AttemptState.Declined, AttemptState.Authorized),
        (AttemptState.Declined, AttemptState.Captured),
        (AttemptState.Voided, AttemptState.Authorized),
        (AttemptState.Voided, AttemptState.Captured),
    };

    public static bool IsOpen(AttemptState state) => state is AttemptState.Pending or AttemptState.Unknown or AttemptState.Challenged;

    /// <summary>The state after an answer. An answer that leads nowhere from here changes nothing.</summary>
    public static AttemptState Next(AttemptState state, AnswerKind answer) =>
        Meaning(answer) is { } next && Edges.Contains((state, next)) ? next : state;

    /// <summary>Whether the answer speaks of the very money that was asked for.</summary>
    public static bool Agrees(Money asked, GatewayAnswer answer) =>
        answer.Kind is not (AnswerKind.Captured or AnswerKind.Authorized) || (answer.Amount is { } taken && taken == asked);

    private static AttemptState? Meaning(AnswerKind answer) => answer switch
    {
        AnswerKind.Captured => AttemptState.Captured,
        AnswerKind.Authorized => AttemptState.Authorized,
        AnswerKind.Challenged => AttemptState.Challenged,
        AnswerKind.Declined => AttemptState.Declined,
        AnswerKind.Voided => AttemptState.Voided,
        AnswerKind.Lost => AttemptState.Unknown,
        _ => null,
    };
}
