namespace Tradepost.IntegrationTests.Chaos;

/// <summary>How big a run is. The same seed draws the same shoppers and the same blows; how they meet is up to the machine.</summary>
/// <param name="Seed">What every draw begins from; printed, so that a run can be had again.</param>
/// <param name="Purchases">How many carts are brought to the till.</param>
/// <param name="Shoppers">How many shop at once.</param>
/// <param name="Nodes">Hosts on the one database.</param>
internal sealed record ChaosPlan(int Seed, int Purchases, int Shoppers, int Nodes)
{
    /// <summary>Short, so that orders run out of time while their payments are under way.</summary>
    public TimeSpan ReservationTime { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>People go on buying for at least this long.</summary>
    public TimeSpan Lasting { get; init; }

    /// <summary>The longest pause between two blows.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>How often the whole deck of blows is dealt at most.</summary>
    public int Decks { get; init; } = int.MaxValue;

    /// <summary>The longest a shopper thinks before the next purchase, in milliseconds.</summary>
    public int Thought { get; init; } = 800;

    /// <summary>Who gets no answer for this long gives up, and the run fails: that long the shop may never be away.</summary>
    public TimeSpan ShopperPatience { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How long the shop may take to bring everything to its end once nobody hits it any more.</summary>
    public TimeSpan Settling { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>A source of draws of its own for everybody who draws.</summary>
    public Random Draw(int who) => new(unchecked((Seed * 7919) + who));
}
