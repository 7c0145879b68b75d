using System.Globalization;

namespace Tradepost.Platform.PrivateCluster;

/// <summary>
/// The data folder, held by one host at a time. A cluster lives in a folder named after its major version,
/// so a newer server can never start on an older one's files.
/// </summary>
internal sealed class ClusterFolder : IDisposable
{
    private const string LockFile = "cluster.lock";

    // The number of "somebody else has the lock" (EWOULDBLOCK).
    private const int LockedLinux = 11;
    private const int LockedMac = 35;
    private const string Alone = ", a command";
    private readonly FileStream hold;

    private ClusterFolder(string path, FileStream hold)
    {
        Path = path;
        this.hold = hold;
    }

    public string Path { get; }

    /// <summary>Major versions with a cluster here, newest first.</summary>
    public IReadOnlyList<int> Majors => MajorsIn(Path);

    /// <summary>Makes the folder when missing and takes it, or says who has it.</summary>
    public static ClusterFolder Open(string dataDirectory, bool joinable = true)
    {
        var path = System.IO.Path.GetFullPath(dataDirectory);
        Directory.CreateDirectory(path);
        var file = System.IO.Path.Combine(path, LockFile);
        try
        {
            var hold = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var folder = new ClusterFolder(path, hold);
            folder.NoteHolder(joinable);
            return folder;
        }
        catch (IOException error) when (error.HResult is LockedLinux or LockedMac)
        {
            throw new PostgresClusterException(ClusterFault.FolderInUse, $"Another shop (process {HolderOf(path)}) is using {path}. " +
                "Stop it or wait for it, or start this one with another folder and port: --data DIR --port N.", error);
        }
    }

    public static IReadOnlyList<int> MajorsIn(string path) =>
    [
        .. Directory.EnumerateDirectories(path, "pg*")
            .Select(d => int.TryParse(System.IO.Path.GetFileName(d).AsSpan(2), CultureInfo.InvariantCulture, out var major) ? major : 0)
            .Where(major => major > 0 && File.Exists(System.IO.Path.Combine(ClusterPath(path, major), "PG_VERSION")))
            .OrderDescending(),
    ];

    public static string ClusterPath(string path, int major) =>
        System.IO.Path.Combine(path, "pg" + major.ToString(CultureInfo.InvariantCulture));

    public string ClusterPath(int major) => ClusterPath(Path, major);

    /// <summary>True when the cluster is whole. Anything else under its name is not ours to overwrite, and is refused.</summary>
    public bool HasCluster(int major)
    {
        var path = ClusterPath(major);
        if (!Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any())
        {
            return false;
        }
        return File.Exists(System.IO.Path.Combine(path, Credentials.File)) && File.Exists(System.IO.Path.Combine(path, "PG_VERSION"))
            ? true
            : throw new PostgresClusterException(ClusterFault.FolderDamaged, $"{path} is there but is not a whole cluster " +
                $"(PG_VERSION or {Credentials.File} is missing). Restore it from a backup, or move it away to begin a new shop.");
    }

    /// <summary>Whether the holder will be there for long.</summary>
    public static bool IsJoinable(string path) => !HolderOf(path).EndsWith(Alone, StringComparison.Ordinal);

    public void Dispose() => hold.Dispose();

    private void NoteHolder(bool joinable)
    {
        try
        {
            File.WriteAllText(HolderFile(Path), Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + (joinable ? "" : Alone));
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    // Beside the lock, because .NET will not read a file that another process has locked.
    private static string HolderFile(string path) => System.IO.Path.Combine(path, "cluster.holder");

    private static string HolderOf(string path) => File.Exists(HolderFile(path)) ? File.ReadAllText(HolderFile(path)) : "just starting";
}
