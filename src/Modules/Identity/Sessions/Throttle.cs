using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Identity.Sessions;

/// <summary>
/// Slows down networks that hammer the accounts. Failed sign-ins are counted apart: an office full of people who know their passwords is no
/// attack. In memory of this node; the lock of a single address is in the database.
/// </summary>
internal sealed class Throttle(IOptions<IdentityOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> failures = Buckets(options.Value.FailedLoginBurst, options.Value.FailedLoginsPerMinute);
    private readonly PartitionedRateLimiter<string> requests = Buckets(options.Value.RequestBurst, options.Value.RequestsPerMinute);

    /// <summary>A refusal when this network failed to sign in too often. Takes nothing while there is something left.</summary>
    /// <remarks>Asking the bucket for zero tokens would not do: it is never quite empty, for it fills by fractions.</remarks>
    public Refusal? BeforeLogin(HttpContext http) =>
        failures.GetStatistics(NetworkOf(http.Connection.RemoteIpAddress)) is { CurrentAvailablePermits: >= 1 }
            ? null
            : Take(failures, http);

    /// <summary>Counts a failed sign-in.</summary>
    public void AfterFailedLogin(HttpContext http)
    {
        using var _ = failures.AttemptAcquire(NetworkOf(http.Connection.RemoteIpAddress));
    }

    /// <summary>Counts a request that costs a hash or a mail. A refusal when there were too many.</summary>
    public Refusal? Request(HttpContext http) => Take(requests, http);

    public void Dispose()
    {
        failures.Dispose();
        requests.Dispose();
    }

    /// <summary>The network a request counts for: an IPv4 address, or the /64 that one household has of IPv6.</summary>
    internal static string NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(plain.GetAddressBytes().AsSpan(0, 8))
            : plain.ToString();
    }

    private static Refusal? Take(PartitionedRateLimiter<string> buckets, HttpContext http)
    {
        using var lease = buckets.AttemptAcquire(NetworkOf(http.Connection.RemoteIpAddress));
        if (lease.IsAcquired)
        {
            return null;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : TimeSpan.FromSeconds(1);
        http.Response.Headers.RetryAfter = ((int)Math.Ceiling(Math.Max(1, wait.TotalSeconds))).ToString(CultureInfo.InvariantCulture);
        return PlatformErrors.TooMany.Refuse();
    }

    private static PartitionedRateLimiter<string> Buckets(int burst, int perMinute) =>
        PartitionedRateLimiter.Create<string, string>(
            network => RateLimitPartition.GetTokenBucketLimiter(network, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
            QueueLimit = 0,
        }));
}
