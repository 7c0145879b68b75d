namespace Tradepost.Contracts.Shop;

/// <summary>How the shop takes orders.</summary>
public sealed record OrderRules
{
    /// <summary>How orders are numbered.</summary>
    public OrderNumbering Numbering { get; init; }

    /// <summary>For how many minutes after placing it a customer may call an order off; null: until something of it was shipped. Never
    /// after that.</summary>
    public int? CancelMinutes { get; init; }
}

/// <summary>How orders are numbered.</summary>
public enum OrderNumbering
{
    /// <summary>In blocks, T-100001: nobody waits for a number, and some are left out.</summary>
    Fast,

    /// <summary>One after the other in each year, none left out: 2026-000123. Orders wait for one another for as long as a commit
    /// takes.</summary>
    Gapless,
}
