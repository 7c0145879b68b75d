using Microsoft.Extensions.Logging;

namespace Tradepost.Platform.PrivateCluster;

/// <summary>
/// A server that outlived its host. We hold the folder's lock, so whoever still runs on it has no host, and is stopped before we start.
/// </summary>
internal static class StrayServer
{
    private static readonly TimeSpan Gentle = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Hard = TimeSpan.FromSeconds(5);

    public static async Task StopAsync(string clusterPath, ILogger logger, CancellationToken ct)
    {
        if (PostmasterFile.OfRunning(clusterPath) is not { } stray)
        {
            return;
        }
        logger.Stray(stray.ProcessId);
        if (!SystemTool.Signal(stray.ProcessId, SystemTool.Interrupt) && PostmasterFile.OfRunning(clusterPath) == stray)
        {
            throw StillThere(stray, clusterPath);
        }
        if (await GoneAsync(clusterPath, stray, Gentle, ct))
        {
            return;
        }
        SystemTool.Signal(stray.ProcessId, SystemTool.Quit);
        if (!await GoneAsync(clusterPath, stray, Hard, ct))
        {
            throw StillThere(stray, clusterPath);
        }
    }

    private static async Task<bool> GoneAsync(string clusterPath, PostmasterFile stray, TimeSpan patience, CancellationToken ct)
    {
        var step = TimeSpan.FromMilliseconds(25);
        for (var waited = TimeSpan.Zero; waited < patience; waited += step)
        {
            if (PostmasterFile.OfRunning(clusterPath) != stray)
            {
                return true;
            }
            await Task.Delay(step, ct);
        }
        return false;
    }

    private static PostgresClusterException StillThere(PostmasterFile stray, string clusterPath) =>
        new(ClusterFault.FolderInUse, $"A database server without a host (process {stray.ProcessId}) runs on {clusterPath} " +
            $"and cannot be stopped by this user. Stop it as its owner: kill -INT {stray.ProcessId}");
}
