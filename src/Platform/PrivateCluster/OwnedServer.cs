using System.Diagnostics;
using System.Runtime.Versioning;
using Microsoft.Extensions.Logging;

namespace Tradepost.Platform.PrivateCluster;

/// <summary>The folder we hold and the server we started on it: the recipe of a start, from top to bottom.</summary>
internal sealed class OwnedServer : IAsyncDisposable
{
    private readonly ClusterFolder folder;
    private readonly ServerProcess server;

    private OwnedServer(ClusterFolder folder, ServerProcess server)
    {
        this.folder = folder;
        this.server = server;
    }

    public int ProcessId => server.ProcessId;

    public string ConnectionString => server.ConnectionString;

    [UnsupportedOSPlatform("windows")]
    public static async Task<OwnedServer> StartAsync(PostgresClusterOptions options, ILogger logger, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var folder = ClusterFolder.Open(options.DataDirectory, options.Joinable);
        try
        {
            var binaries = await BinaryLocator.FindAsync(options.BinDirectory, folder, logger, ct);
            var cluster = folder.ClusterPath(binaries.Major);
            var account = await ServerAccount.ForAsync(cluster, ct);
            var launcher = await Launcher.ForAsync(account, folder.Path, binaries.Server, logger, ct);
            await StrayServer.StopAsync(cluster, logger, ct);
            if (!folder.HasCluster(binaries.Major))
            {
                logger.Making(binaries.Major, folder.Path);
                await ClusterInitializer.RunAsync(folder, binaries, launcher, ct);
            }
            var server = await RunAsync(cluster, binaries, launcher, options.Settings, logger, ct);
            logger.Ready(binaries.Major, server.Port, server.ProcessId, clock.ElapsedMilliseconds);
            return new(folder, server);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync();
        folder.Dispose();
    }

    private static Task<ServerProcess> RunAsync(
        string cluster, PostgresBinaries binaries, Launcher launcher, IReadOnlyDictionary<string, string> settings, ILogger logger,
        CancellationToken ct)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        var connection = Credentials.Read(cluster);
        return ServerProcess.StartAsync(
            cluster,
            port => launcher.LongLived(binaries.Server, ServerSettings.Arguments(cluster, port, settings, memory)),
            connection,
            logger,
            ct);
    }
}
