using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Tradepost.Platform.PrivateCluster;

/// <summary>The running server: started on a free port, asked until it answers, stopped gently and then firmly.</summary>
internal sealed class ServerProcess
{
    private const int PortAttempts = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly Process process;
    private readonly ServerLog log;
    private volatile bool answered;
    private volatile bool stopping;

    private ServerProcess(Process process, Task exited, ServerLog log, ILogger logger)
    {
        this.process = process;
        this.log = log;
        Exited = exited;
        _ = ReportUnwantedEndAsync(logger);
    }

    /// <summary>Ends with the server.</summary>
    public Task Exited { get; }

    public int ProcessId => process.Id;

    /// <summary>Gives the server once it accepts connections made with <paramref name="connection"/>, whose port it fills in.</summary>
    public static async Task<ServerProcess> StartAsync(
        string cluster, Func<int, ProcessStartInfo> command, NpgsqlConnectionStringBuilder connection, ILogger logger, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            connection.Port = FreePort();
            var log = new ServerLog(logger);
            var (process, exited) = await ParentThread.StartAsync(command(connection.Port));
            process.OutputDataReceived += (_, e) => log.Add(e.Data);
            process.ErrorDataReceived += (_, e) => log.Add(e.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            var server = new ServerProcess(process, exited, log, logger);
            if (await server.AnswersAsync(connection.ConnectionString, ct))
            {
                server.answered = true;
                return server;
            }
            // Somebody else took the port between our look and the server's bind.
            if (attempt == PortAttempts || !log.ToString().Contains("could not bind", StringComparison.Ordinal))
            {
                throw FaultTranslation.FromOutput("PostgreSQL", log.ToString(), cluster);
            }
        }
    }

    /// <summary>SIGINT: finish nothing new, roll back what is open, checkpoint. SIGQUIT after a while: recovery does the rest.</summary>
    public async Task StopAsync()
    {
        stopping = true;
        Signal(SystemTool.Interrupt);
        if (await Task.WhenAny(Exited, Task.Delay(Patience)) != Exited)
        {
            Signal(SystemTool.Quit);
            await Exited;
        }
        process.Dispose();
    }

    private void Signal(int signal)
    {
        if (!Exited.IsCompleted) // Its number may be another's by then.
        {
            SystemTool.Signal(process.Id, signal);
        }
    }

    private async Task ReportUnwantedEndAsync(ILogger logger)
    {
        await Exited;
        if (answered && !stopping)
        {
            logger.Ended(log.ToString());
        }
    }

    /// <summary>False when the server ended before it answered.</summary>
    private async Task<bool> AnswersAsync(string connectionString, CancellationToken ct)
    {
        try
        {
            while (!Exited.IsCompleted)
            {
                if (await OpensAsync(connectionString, ct))
                {
                    return true;
                }
                await Task.WhenAny(Exited, Task.Delay(20, ct));
                ct.ThrowIfCancellationRequested();
            }
            return false;
        }
        catch
        {
            await StopAsync();
            throw;
        }
    }

    private static async Task<bool> OpensAsync(string connectionString, CancellationToken ct)
    {
        try
        {
            await using var probe = new NpgsqlConnection(connectionString + ";Pooling=false");
            await probe.OpenAsync(ct);
            return true;
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.CannotConnectNow)
        {
            return false; // Starting up, or recovering after a crash.
        }
        catch (NpgsqlException error) when (error.InnerException is SocketException or IOException or TimeoutException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
