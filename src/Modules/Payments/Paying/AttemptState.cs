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

    /// <summary>Taken. Final.</summary>
    Captured,

    /// <summary>Refused.</summary>
    Declined,

    /// <summary>Given up.</summary>
    Voided,
}

/// <summary>How answers move an attempt, in whatever order they come. Pure.</summary>
internal static class AttemptRules
{
    public static bool IsOpen(AttemptState state) => state is AttemptState.Pending or AttemptState.Unknown or AttemptState.Challenged;

    /// <summary>The state after an answer. Money that was taken outweighs all that was said before and after.</summary>
    public static AttemptState Next(AttemptState state, AnswerKind answer) => (state, answer) switch
    {
        (AttemptState.Captured, _) => state,
        (_, AnswerKind.Captured) => AttemptState.Captured,
        (AttemptState.Declined or AttemptState.Voided, _) => state,
        (_, AnswerKind.Declined) => AttemptState.Declined,
        (_, AnswerKind.Voided) => AttemptState.Voided,
        (_, AnswerKind.Challenged) => AttemptState.Challenged,
        (AttemptState.Pending, AnswerKind.Lost) => AttemptState.Unknown,
        _ => state,
    };

    /// <summary>Whether the answer speaks of the very money that was asked for.</summary>
    public static bool Agrees(Money asked, GatewayAnswer answer) =>
        answer.Kind != AnswerKind.Captured || (answer.Amount is { } taken && taken == asked);
}
