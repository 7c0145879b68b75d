namespace Tradepost.Platform.PrivateCluster;

/// <summary>
/// The user PostgreSQL runs as when the host is root, because it refuses to run as root itself.
/// It must have an entry in passwd: initdb looks its name up.
/// </summary>
internal sealed record ServerAccount(string Name, string UserId, string GroupId)
{
    private static readonly string[] Preferred = ["postgres", "nobody"];

    /// <summary>The owner of an existing cluster, else the first usual account that this machine has. Null: run as we are.</summary>
    public static async Task<ServerAccount?> ForAsync(string clusterPath, CancellationToken ct)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return null;
        }
        foreach (var name in await CandidatesAsync(clusterPath, ct))
        {
            if (await LookUpAsync(name, ct) is { } account)
            {
                return account;
            }
        }
        throw new PostgresClusterException(ClusterFault.NoPermission, "PostgreSQL does not run as root, and this machine has neither " +
            "a user 'postgres' nor 'nobody'. Add one (useradd --system postgres), or start the shop as an ordinary user.");
    }

    private static async Task<IEnumerable<string>> CandidatesAsync(string clusterPath, CancellationToken ct)
    {
        if (!Directory.Exists(clusterPath))
        {
            return Preferred;
        }
        var (status, owner) = await Command.RunAsync(["stat", "-c", "%U", clusterPath], ct);
        return status == 0 && owner.Trim() is not ("root" or "UNKNOWN") ? [owner.Trim()] : Preferred;
    }

    private static async Task<ServerAccount?> LookUpAsync(string name, CancellationToken ct)
    {
        var (userStatus, user) = await Command.RunAsync(["id", "-u", name], ct);
        var (groupStatus, group) = await Command.RunAsync(["id", "-g", name], ct);
        return userStatus == 0 && groupStatus == 0 ? new(name, user.Trim(), group.Trim()) : null;
    }
}
