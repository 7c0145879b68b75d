using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Tradepost.Platform.PrivateCluster;

/// <summary>The running server: started on a free port, asked until it answers, stopped gently and then firmly.</summary>
internal sealed class ServerProcess
{
    private const int PortAttempts = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly Process process;
    private readonly Task exited;
    private readonly ServerLog log;
    private volatile bool answered;
    private volatile bool stopping;

    private ServerProcess(Process process, Task exited, int port, string connectionString, ILogger logger)
    {
        this.process = process;
        this.exited = exited;
        log = new ServerLog(logger);
        ProcessId = process.Id;
        Port = port;
        ConnectionString = connectionString;
        process.OutputDataReceived += (_, e) => log.Add(e.Data);
        process.ErrorDataReceived += (_, e) => log.Add(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _ = ReportUnwantedEndAsync(logger);
    }

    public int ProcessId { get; }

    public int Port { get; }

    public string ConnectionString { get; }

    /// <summary>Gives the server once it accepts connections made with <paramref name="connection"/>, whose port it fills in.</summary>
    public static async Task<ServerProcess> StartAsync(
        string cluster, Func<int, ProcessStartInfo> command, NpgsqlConnectionStringBuilder connection, ILogger logger, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            connection.Port = ServerProbe.FreePort();
            var (process, exited) = await ParentThread.StartAsync(command(connection.Port));
            var server = new ServerProcess(process, exited, connection.Port, connection.ConnectionString, logger);
            if (await server.AnswersAsync(ct))
            {
                return server;
            }
            // Somebody else took the port between our look and the server's bind.
            if (attempt == PortAttempts || !server.log.Says("could not bind"))
            {
                throw FaultTranslation.FromOutput("PostgreSQL", server.log.ToString(), cluster);
            }
        }
    }

    /// <summary>SIGINT: finish nothing new, roll back what is open, checkpoint. SIGQUIT after a while: recovery does the rest.</summary>
    public async Task StopAsync()
    {
        stopping = true;
        Signal(SystemTool.Interrupt);
        if (await Task.WhenAny(exited, Task.Delay(Patience)) != exited)
        {
            Signal(SystemTool.Quit);
            await exited;
        }
        process.Dispose();
    }

    /// <summary>False when the server ended before it answered.</summary>
    private async Task<bool> AnswersAsync(CancellationToken ct)
    {
        try
        {
            while (!exited.IsCompleted && !answered)
            {
                answered = await ServerProbe.OpensAsync(ConnectionString, ct);
                await Task.WhenAny(exited, Task.Delay(answered ? 0 : 20, ct));
                ct.ThrowIfCancellationRequested();
            }
            return answered;
        }
        catch
        {
            await StopAsync();
            throw;
        }
    }

    private async Task ReportUnwantedEndAsync(ILogger logger)
    {
        await exited;
        if (answered && !stopping)
        {
            logger.Ended(log.ToString());
        }
    }

    private void Signal(int signal)
    {
        if (!exited.IsCompleted) // Its number may be another's by then.
        {
            SystemTool.Signal(ProcessId, signal);
        }
    }
}
