namespace Tradepost.Platform.PrivateCluster;

/// <summary>A server that another host runs on a folder.</summary>
internal sealed record RunningServer(int ProcessId, string ConnectionString)
{
    /// <summary>Null while there is none that accepts our sign-in.</summary>
    public static async Task<RunningServer?> FindAsync(string dataPath, CancellationToken ct)
    {
        if (!ClusterFolder.IsJoinable(dataPath))
        {
            return null;
        }
        foreach (var major in ClusterFolder.MajorsIn(dataPath))
        {
            var cluster = ClusterFolder.ClusterPath(dataPath, major);
            if (PostmasterFile.OfRunning(cluster) is { } running)
            {
                var connection = Credentials.Read(cluster);
                connection.Port = running.Port;
                var server = new RunningServer(running.ProcessId, connection.ConnectionString);
                return await ServerProbe.OpensAsync(server.ConnectionString, ct) ? server : null;
            }
        }
        return null;
    }
}
