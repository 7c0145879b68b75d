using System.Net;
using System.Net.Sockets;

namespace Tradepost.Platform.Http;

/// <summary>
/// Requests to addresses that somebody else chose: a webhook's receiver, a browser's push service. They reach the public network only, and
/// what is checked is the address that is connected to: a name that resolves to another address a moment later gains nothing.
/// </summary>
public static class Outside
{
    private const int LongestUrl = 1000;

    /// <summary>A client that follows no redirects, keeps no cookies and passes no proxy.</summary>
    /// <param name="allowPrivate">Whether addresses of the own network may be reached as well.</param>
    /// <param name="timeout">For the whole of a request.</param>
    public static HttpClient Client(bool allowPrivate, TimeSpan timeout)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 16,
            ConnectCallback = (context, cancel) => Connect(context.DnsEndPoint, allowPrivate, cancel),
        };
        return new HttpClient(handler, disposeHandler: true) { Timeout = timeout, MaxResponseContentBufferSize = 64 * 1024 };
    }

    /// <summary>What is wrong with an address to send to; null when nothing is.</summary>
    /// <param name="url">As given.</param>
    /// <param name="allowLoopback">Whether plain http to this very machine will do.</param>
    public static string? Fault(string url, bool allowLoopback)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || url.Length > LongestUrl || address.HostNameType == UriHostNameType.Unknown)
        {
            return "is not a web address";
        }

        var plain = address.Scheme == Uri.UriSchemeHttp && allowLoopback && address.IsLoopback;
        return address.Scheme != Uri.UriSchemeHttps && !plain ? "must begin with https://"
            : address.UserInfo.Length > 0 ? "must not hold a name or password"
            : address.Fragment.Length > 0 ? "must not have a part after #"
            : !allowLoopback && IPAddress.TryParse(address.IdnHost, out var ip) && !IsPublic(ip) ? "must be reachable from the internet"
            : null;
    }

    /// <summary>Whether the address belongs to the public network: not to this machine, its neighbours, or a cloud's metadata.</summary>
    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        return bytes.Length == 4 ? IsPublic4(bytes) : IsPublic6(bytes);
    }

    private static bool IsPublic4(byte[] b) => b[0] is not (0 or 10 or 127 or >= 224)
        && !(b[0] == 100 && b[1] is >= 64 and < 128)
        && !(b[0] == 169 && b[1] == 254)
        && !(b[0] == 172 && b[1] is >= 16 and < 32)
        && !(b[0] == 192 && (b[1] == 168 || (b[1] == 0 && b[2] is 0 or 2) || (b[1] == 88 && b[2] == 99)))
        && !(b[0] == 198 && (b[1] is 18 or 19 || (b[1] == 51 && b[2] == 100)))
        && !(b[0] == 203 && b[1] == 0 && b[2] == 113);

    // Global unicast is 2000::/3; out of it go documentation and the ranges that carry an IPv4 address within.
    private static bool IsPublic6(byte[] b) => (b[0] & 0xe0) == 0x20
        && !(b[0] == 0x20 && b[1] == 0x02)
        && !(b[0] == 0x20 && b[1] == 0x01 && ((b[2] == 0x0d && b[3] == 0xb8) || (b[2] == 0 && b[3] == 0)));

    private static async ValueTask<Stream> Connect(DnsEndPoint wanted, bool allowPrivate, CancellationToken cancel)
    {
        var found = await Dns.GetHostAddressesAsync(wanted.Host, cancel);
        var allowed = found.Where(address => allowPrivate || IsPublic(address)).ToArray();
        if (allowed.Length == 0)
        {
            throw new HttpRequestException($"{wanted.Host} is not on the public network.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, wanted.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
