using Tradepost.Contracts.Shop;

namespace Tradepost.Returns.Rules;

/// <summary>Why something comes back, as customers choose it.</summary>
internal enum ReturnReason
{
    Damaged,
    WrongItem,
    NotAsDescribed,
    TooBig,
    TooSmall,
    ChangedMind,
    Other,
    Withdrawal,
}

/// <summary>What follows from a reason.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="ShopPays">Whether the shop pays for the way back.</param>
/// <param name="FeePercent">What the shop keeps of the price.</param>
internal sealed record ReasonTerms(ReturnReason Reason, bool ShopPays, decimal FeePercent);

/// <summary>The reasons, and whose fault each is. A fee is only ever kept for the customer's own reasons.</summary>
internal static class Reasons
{
    private static readonly HashSet<ReturnReason> ShopsFault = [ReturnReason.Damaged, ReturnReason.WrongItem, ReturnReason.NotAsDescribed];

    /// <summary>Those a customer may choose. Withdrawing from the contract is a step of its own, and needs no reason.</summary>
    public static IReadOnlyList<ReturnReason> Choices { get; } =
        [.. Enum.GetValues<ReturnReason>().Where(reason => reason != ReturnReason.Withdrawal)];

    /// <summary>What follows from the reason.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="facts">The shop's settings.</param>
    /// <param name="mayWithdraw">While the law lets the customer withdraw, they get everything back whatever reason they give.</param>
    public static ReasonTerms Terms(ReturnReason reason, ReturnFacts facts, bool mayWithdraw)
    {
        var fault = ShopsFault.Contains(reason);
        var free = fault || mayWithdraw || reason == ReturnReason.Withdrawal;
        return new(reason, fault || facts.FreeReturns, free ? 0 : facts.RestockingFeePercent);
    }
}
