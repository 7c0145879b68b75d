using System.ComponentModel;

namespace Tradepost.Platform.PrivateCluster;

/// <summary>Turns what the system or PostgreSQL said into a fault that a person can act on.</summary>
internal static class FaultTranslation
{
    // On Unix .NET puts the system's own error number into HResult.
    private const int NoSpace = 28;
    private const int QuotaLinux = 122;
    private const int QuotaMac = 69;
    private const int ReadOnlyDisk = 30;

    public static PostgresClusterException From(Exception error, string folder) => error switch
    {
        PostgresClusterException known => known,
        UnauthorizedAccessException => NoPermission(folder, error.Message, error),
        IOException { HResult: NoSpace or QuotaLinux or QuotaMac } => DiskFull(folder, error),
        IOException { HResult: ReadOnlyDisk } => NoPermission(folder, error.Message, error),
        Win32Exception { NativeErrorCode: 13 } => NoPermission(folder, error.Message, error),
        _ => new(ClusterFault.StartFailed, $"The private database in {folder} could not be started: {error.Message}", error),
    };

    /// <summary>Reads the output of a program that failed.</summary>
    public static PostgresClusterException FromOutput(string program, string output, string folder)
    {
        if (Says(output, "No space left on device") || Says(output, "Disk quota exceeded"))
        {
            return DiskFull(folder);
        }
        if (Says(output, "Permission denied") || Says(output, "has wrong ownership"))
        {
            return NoPermission(folder, output);
        }
        return new(ClusterFault.StartFailed, $"{program} failed for {folder}:\n{output}");
    }

    public static PostgresClusterException DiskFull(string folder, Exception? inner = null) =>
        new(ClusterFault.DiskFull, $"The disk that holds {folder} is full. Free some space (a new shop needs about 150 MB) " +
            "or choose another disk with --data DIR, then start again. Nothing that was stored before is lost.", inner);

    public static PostgresClusterException NoPermission(string folder, string detail, Exception? inner = null) =>
        new(ClusterFault.NoPermission, $"The user '{Environment.UserName}' may not use {folder}: {detail.Trim()}\n" +
            "Start as the user who owns the folder, give it to this one (chown -R), or choose another with --data DIR.", inner);

    private static bool Says(string output, string words) => output.Contains(words, StringComparison.Ordinal);
}
