namespace Tradepost.Contracts.Pricing;

/// <summary>At which level tax is rounded to whole minor units.</summary>
public enum RoundingLevel
{
    /// <summary>Each rate once a line.</summary>
    Line,

    /// <summary>Each rate on every single unit: the discounted line is split into whole minor units first.</summary>
    Unit,

    /// <summary>Each rate once over everything it applies to, then handed out by largest remainder.</summary>
    Total,
}
