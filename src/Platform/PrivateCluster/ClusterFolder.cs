using System.Globalization;

namespace Tradepost.Platform.PrivateCluster;

/// <summary>
/// The data folder, held by one host at a time. A cluster lives in a folder named after its major version,
/// so a newer server can never start on an older one's files.
/// </summary>
internal sealed class ClusterFolder : IDisposable
{
    /// <summary>Lies inside the cluster and is written before the cluster gets its name: no cluster is without its password.</summary>
    public const string PasswordFile = "tradepost.password";
    public const string SuperUser = "tradepost";
    private const string LockFile = "cluster.lock";
    private readonly FileStream hold;

    private ClusterFolder(string path, FileStream hold)
    {
        Path = path;
        this.hold = hold;
    }

    public string Path { get; }

    /// <summary>Major versions with a cluster here, newest first.</summary>
    public IReadOnlyList<int> Majors =>
    [
        .. Directory.EnumerateDirectories(Path, "pg*")
            .Where(d => File.Exists(System.IO.Path.Combine(d, "PG_VERSION")))
            .Select(d => int.TryParse(System.IO.Path.GetFileName(d).AsSpan(2), CultureInfo.InvariantCulture, out var major) ? major : 0)
            .Where(major => major > 0)
            .OrderDescending(),
    ];

    /// <summary>Makes the folder when missing and takes it, or says who has it.</summary>
    public static ClusterFolder Open(string dataDirectory)
    {
        var path = System.IO.Path.GetFullPath(dataDirectory);
        Directory.CreateDirectory(path);
        var file = System.IO.Path.Combine(path, LockFile);
        FileStream hold;
        try
        {
            hold = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (HolderOf(file) is { } holder)
        {
            throw new PostgresClusterException(ClusterFault.FolderInUse, $"Another shop{holder} is using {path}. " +
                "Stop it first, or start this one with another folder: --data DIR (and another --port).");
        }
        hold.SetLength(0);
        hold.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
        hold.Flush();
        return new(path, hold);
    }

    public string ClusterPath(int major) => System.IO.Path.Combine(Path, "pg" + major.ToString(CultureInfo.InvariantCulture));

    /// <summary>True when the cluster is whole. Anything else under its name is not ours to overwrite, and is refused.</summary>
    public bool HasCluster(int major)
    {
        var path = ClusterPath(major);
        if (!Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any())
        {
            return false;
        }
        return File.Exists(System.IO.Path.Combine(path, PasswordFile)) && File.Exists(System.IO.Path.Combine(path, "PG_VERSION"))
            ? true
            : throw new PostgresClusterException(ClusterFault.FolderDamaged, $"{path} is there but is not a whole cluster " +
                $"(PG_VERSION or {PasswordFile} is missing). Restore it from a backup, or move it away to begin a new shop.");
    }

    public string ReadPassword(int major) => File.ReadAllText(System.IO.Path.Combine(ClusterPath(major), PasswordFile)).Trim();

    public void Dispose() => hold.Dispose();

    /// <summary>Null when the file is not held at all: then the failure had another cause.</summary>
    private static string? HolderOf(string file)
    {
        try
        {
            using var probe = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(probe);
            return reader.ReadToEnd() is { Length: > 0 } pid ? $" (process {pid})" : "";
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
