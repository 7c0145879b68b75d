namespace Tradepost.Contracts.Pricing;

/// <summary>Why nobody ships a basket to its destination.</summary>
/// <param name="Reason">A member of <see cref="ShippingProblemReasons"/>.</param>
/// <param name="Message">The same in words for the shopper: what is wrong, and what helps.</param>
public sealed record ShippingProblem(string Reason, string Message);

/// <summary>Why nobody ships a basket. Words on the wire: append only.</summary>
public static class ShippingProblemReasons
{
    /// <summary>The shop has no way to deliver at all, not even elsewhere.</summary>
    public const string NoMethod = "noMethod";

    /// <summary>No method goes to that place.</summary>
    public const string NotServed = "notServed";

    /// <summary>Somebody goes there, but not with so much weight.</summary>
    public const string TooHeavy = "tooHeavy";

    /// <summary>Somebody goes there, but something in the basket is too long or too bulky.</summary>
    public const string TooLarge = "tooLarge";
}
