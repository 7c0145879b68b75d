namespace Tradepost.DemoGateway.Charging;

/// <summary>What the gateway does with a card. Numbers as documented for the shop's tests; any other valid number pays.</summary>
internal static class TestCards
{
    private const string Wrong = "incorrect_number";

    public static Verdict Of(string number) => number switch
    {
        "4000000000000002" => Verdict.Decline("card_declined"),
        "4000000000009995" => Verdict.Decline("insufficient_funds"),
        "4000000000000069" => Verdict.Decline("expired_card"),
        "4000000000003220" => new(ChargeState.Challenge),
        "4000000000000259" => new(ChargeState.Succeeded, LosesAnswer: true),
        _ => IsCard(number) ? new(ChargeState.Succeeded) : Verdict.Decline(Wrong),
    };

    private static bool IsCard(string number)
    {
        if (number.Length is < 12 or > 19 || !number.All(char.IsAsciiDigit))
        {
            return false;
        }

        var sum = number.Reverse().Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 1 : 2)).Sum(digit => digit > 9 ? digit - 9 : digit);
        return sum % 10 == 0;
    }
}

/// <summary>What becomes of a charge.</summary>
/// <param name="State">At once.</param>
/// <param name="Reason">Why it was declined.</param>
/// <param name="LosesAnswer">The money is taken, but the line breaks before the answer arrives.</param>
internal sealed record Verdict(ChargeState State, string? Reason = null, bool LosesAnswer = false)
{
    public static Verdict Decline(string reason) => new(ChargeState.Declined, reason);
}

/// <summary>Where a charge stands.</summary>
internal enum ChargeState
{
    /// <summary>The money was taken.</summary>
    Succeeded,

    /// <summary>It was refused.</summary>
    Declined,

    /// <summary>The buyer must confirm.</summary>
    Challenge,

    /// <summary>The money is held until the merchant takes it or lets it go.</summary>
    Authorized,

    /// <summary>The merchant gave it up.</summary>
    Voided,
}
