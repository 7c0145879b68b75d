using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Tradepost.Platform.PrivateCluster;

/// <summary>Asks a server for a connection, and the system for a port.</summary>
internal static class ServerProbe
{
    /// <summary>False while the server is not there, starting up, or recovering after a crash. A wrong password is an error.</summary>
    public static async Task<bool> OpensAsync(string connectionString, CancellationToken ct)
    {
        try
        {
            await using var probe = new NpgsqlConnection(connectionString + ";Pooling=false");
            await probe.OpenAsync(ct);
            return true;
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.CannotConnectNow)
        {
            return false;
        }
        catch (NpgsqlException error) when (error.InnerException is SocketException or IOException or TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Free now; somebody else may take it before it is used.</summary>
    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
