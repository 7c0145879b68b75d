namespace Tradepost.Contracts.Shop;

/// <summary>How the shop takes things back.</summary>
public sealed record ReturnFacts
{
    /// <summary>For how many days after the last parcel arrived a return may be asked for; 0: only where the law says so.</summary>
    public int WindowDays { get; init; } = 30;

    /// <summary>What the shop keeps of the price when goods come back for the customer's own reasons. Never where the law gives all of it
    /// back.</summary>
    public decimal RestockingFeePercent { get; init; }

    /// <summary>Whether the shop pays for the way back for the customer's own reasons too.</summary>
    public bool FreeReturns { get; init; }

    /// <summary>What customers read before they ask: wrapping, condition, exceptions.</summary>
    public string? Conditions { get; init; }
}
