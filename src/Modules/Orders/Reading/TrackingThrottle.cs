using System.Net;
using System.Threading.RateLimiting;

namespace Tradepost.Orders.Reading;

/// <summary>How often one network address may look for orders by number, and how often anybody may look for one number.</summary>
internal sealed class TrackingThrottle : IDisposable
{
    public const int PerMinute = 30;

    public const int PerOrder = 10;

    private readonly PartitionedRateLimiter<string> addresses = Limiter(PerMinute);
    private readonly PartitionedRateLimiter<string> orders = Limiter(PerOrder);

    public bool Allows(IPAddress? address, string number)
    {
        using var mine = addresses.AttemptAcquire(address?.ToString() ?? "");
        if (!mine.IsAcquired)
        {
            return false;
        }

        using var its = orders.AttemptAcquire(number.Trim().ToUpperInvariant());
        return its.IsAcquired;
    }

    public void Dispose()
    {
        addresses.Dispose();
        orders.Dispose();
    }

    private static PartitionedRateLimiter<string> Limiter(int permits) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        }));
}
