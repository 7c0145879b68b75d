using System.Globalization;
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
        if (Find(clusterPath) is not { } stray)
        {
            return;
        }
        logger.Stray(stray);
        if (!SystemTool.Signal(stray, SystemTool.Interrupt) && Find(clusterPath) == stray)
        {
            throw new PostgresClusterException(ClusterFault.FolderInUse,
                $"A database server (process {stray}) of another user still runs on {clusterPath}. Stop it first: kill -INT {stray}");
        }
        if (await GoneAsync(clusterPath, stray, Gentle, ct))
        {
            return;
        }
        SystemTool.Signal(stray, SystemTool.Quit);
        if (!await GoneAsync(clusterPath, stray, Hard, ct))
        {
            throw new PostgresClusterException(ClusterFault.FolderInUse,
                $"The database server (process {stray}) on {clusterPath} does not stop.");
        }
    }

    /// <summary>The process named in postmaster.pid, if it is a PostgreSQL on this very folder; numbers are used again.</summary>
    public static int? Find(string clusterPath)
    {
        try
        {
            var first = File.ReadLines(Path.Combine(clusterPath, "postmaster.pid")).FirstOrDefault();
            if (!int.TryParse(first, CultureInfo.InvariantCulture, out var pid))
            {
                return null;
            }
            var words = File.ReadAllText($"/proc/{pid}/cmdline").Split('\0');
            return words.Contains(clusterPath, StringComparer.Ordinal) ? pid : null;
        }
        catch (IOException)
        {
            return null; // No such file, or the process ended while we looked.
        }
    }

    private static async Task<bool> GoneAsync(string clusterPath, int stray, TimeSpan patience, CancellationToken ct)
    {
        var step = TimeSpan.FromMilliseconds(25);
        for (var waited = TimeSpan.Zero; waited < patience; waited += step)
        {
            if (Find(clusterPath) != stray)
            {
                return true;
            }
            await Task.Delay(step, ct);
        }
        return false;
    }
}
