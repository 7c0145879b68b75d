using System.Net;
using System.Net.Sockets;

namespace Tradepost.IntegrationTests.Chaos;

/// <summary>
/// The wire between the shop and its database: one address, whichever port the database came back on, and it can be cut.
/// </summary>
internal sealed class DatabaseLine : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly HashSet<Socket> open = [];
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;
    private volatile int port;

    public DatabaseLine(int port)
    {
        this.port = port;
        listener.Start(200);
        accepting = Accept();
    }

    /// <summary>Where the shop finds it.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Where it leads to; 0: nowhere, whoever calls is cut off.</summary>
    public int To { get => port; set => port = value; }

    /// <summary>Cuts every connection there is.</summary>
    public void Cut()
    {
        Socket[] all;
        lock (open)
        {
            all = [.. open];
        }

        Array.ForEach(all, socket => socket.Dispose());
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        Cut();
        await accepting;
        stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                _ = Join(await listener.AcceptSocketAsync(stop.Token));
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The run is over.
        }
    }

    private async Task Join(Socket caller)
    {
        using var near = caller;
        using var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        near.NoDelay = true;
        Keep(near, far);
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, To, stop.Token);
            await Task.WhenAny(Copy(near, far), Copy(far, near));
        }
        catch (Exception failure)
            when (failure is SocketException or ObjectDisposedException or OperationCanceledException or ArgumentException)
        {
            // Cut, or nobody at the other end: the caller sees its connection break.
        }
        finally
        {
            lock (open)
            {
                open.Remove(near);
                open.Remove(far);
            }
        }
    }

    private void Keep(Socket near, Socket far)
    {
        lock (open)
        {
            open.Add(near);
            open.Add(far);
        }
    }

    private static async Task Copy(Socket from, Socket to)
    {
        var buffer = new byte[32 * 1024];
        try
        {
            int read;
            while ((read = await from.ReceiveAsync(buffer)) > 0)
            {
                for (var sent = 0; sent < read;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, read - sent));
                }
            }
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // The other direction ends with this one.
        }
    }
}
