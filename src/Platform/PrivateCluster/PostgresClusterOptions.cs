namespace Tradepost.Platform.PrivateCluster;

/// <summary>Where the private PostgreSQL server keeps its files and what it is started with.</summary>
public sealed record PostgresClusterOptions
{
    /// <summary>Holds the cluster (as <c>pgNN/</c>) beside the shop's other files. Made when missing; may be relative.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>A folder with <c>postgres</c> and <c>initdb</c> to use instead of searching for one.</summary>
    public string? BinDirectory { get; init; }

    /// <summary>Server settings that replace or add to <see cref="ServerSettings.Defaults"/>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How long a start may take. Generous, because recovery after a crash replays what was not yet checkpointed.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether commands may use the server of this host. Not when it will soon end: that would end theirs, too.</summary>
    internal bool Joinable { get; init; } = true;
}
