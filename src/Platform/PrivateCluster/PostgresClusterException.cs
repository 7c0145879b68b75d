namespace Tradepost.Platform.PrivateCluster;

/// <summary>The private database could not be started. The message says what to do; the code is stable.</summary>
public sealed class PostgresClusterException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>One of <see cref="ClusterFault"/>.</summary>
    public string Code { get; } = code;
}

/// <summary>The reasons why a private database does not start.</summary>
public static class ClusterFault
{
    public const string NoBinaries = "postgres_no_binaries";
    public const string FolderInUse = "postgres_folder_in_use";
    public const string OtherMajorVersion = "postgres_other_major_version";
    public const string FolderDamaged = "postgres_folder_damaged";
    public const string DiskFull = "postgres_disk_full";
    public const string NoPermission = "postgres_no_permission";
    public const string ToolMissing = "postgres_tool_missing";
    public const string StartFailed = "postgres_start_failed";
}
