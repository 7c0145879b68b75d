namespace Tradepost.Webhooks.Sending;

/// <summary>When a delivery that failed is tried again: soon at first, then ever more seldom, over three days.</summary>
internal static class Patience
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromHours(25),
    ];

    /// <summary>The wait after this many attempts; null: no more.</summary>
    public static TimeSpan? After(int attempts) => attempts <= Waits.Length ? Waits[Math.Max(attempts, 1) - 1] : null;
}
