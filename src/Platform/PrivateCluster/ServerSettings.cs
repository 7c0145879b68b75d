using System.Globalization;

namespace Tradepost.Platform.PrivateCluster;

/// <summary>What the private server is started with: safe first, then quick on a small machine that it shares with the shop.</summary>
internal static class ServerSettings
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>The arguments of <c>postgres</c>; the caller's settings replace ours of the same name.</summary>
    public static string[] Arguments(string clusterPath, int port, IReadOnlyDictionary<string, string> overrides, long memoryBytes)
    {
        var settings = Defaults(memoryBytes);
        foreach (var (name, value) in overrides)
        {
            settings[name] = value;
        }
        return
        [
            "-D", clusterPath, "-p", port.ToString(CultureInfo.InvariantCulture),
            .. settings.OrderBy(s => s.Key, StringComparer.Ordinal).SelectMany(s => new[] { "-c", s.Key + "=" + s.Value }),
        ];
    }

    public static SortedDictionary<string, string> Defaults(long memoryBytes) => new(StringComparer.Ordinal)
    {
        // Reached over loopback with a password, by nobody else.
        ["listen_addresses"] = "127.0.0.1",
        ["unix_socket_directories"] = "",
        ["max_connections"] = "200",
        // What is committed stays, whatever happens to the machine.
        ["fsync"] = "on",
        ["synchronous_commit"] = "on",
        ["full_page_writes"] = "on",
        // An eighth of memory, not a quarter: the shop and the system's own file cache want theirs.
        ["shared_buffers"] = Megabytes(memoryBytes / 8, least: 64, most: 1024),
        ["effective_cache_size"] = Megabytes(memoryBytes / 2, least: 256, most: 65536),
        ["work_mem"] = "8MB",
        ["maintenance_work_mem"] = Megabytes(memoryBytes / 32, least: 64, most: 256),
        // Fewer, longer checkpoints: less log is written for the same work; recovery stays within seconds.
        ["checkpoint_timeout"] = "15min",
        ["max_wal_size"] = "2GB",
        ["min_wal_size"] = "160MB",
        ["wal_compression"] = "on",
        ["log_checkpoints"] = "off",
        // Random reads from an SSD cost little more than reads in order.
        ["random_page_cost"] = "1.1",
        // Compiling a plan takes longer than our short queries run.
        ["jit"] = "off",
        ["timezone"] = "UTC",
        ["log_timezone"] = "UTC",
        ["lc_messages"] = "C",
        // The host adds time and category to each line itself.
        ["log_line_prefix"] = "",
        ["logging_collector"] = "off",
    };

    private static string Megabytes(long bytes, long least, long most) =>
        Math.Clamp(bytes / Megabyte, least, most).ToString(CultureInfo.InvariantCulture) + "MB";
}
