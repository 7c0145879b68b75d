using System.Globalization;
using System.Text.RegularExpressions;

namespace Tradepost.Platform.PrivateCluster;

/// <summary>A folder with PostgreSQL programs that run on this machine, and their major version.</summary>
internal sealed partial record PostgresBinaries(string Directory, int Major)
{
    public string Server => Path.Combine(Directory, "postgres");
    public string InitDb => Path.Combine(Directory, "initdb");

    public static bool AreIn(string directory) =>
        File.Exists(Path.Combine(directory, "postgres")) && File.Exists(Path.Combine(directory, "initdb"));

    /// <summary>Asks the server for its version, which also proves that it and its libraries load here.</summary>
    public static async Task<PostgresBinaries> InspectAsync(string directory, CancellationToken ct)
    {
        if (!AreIn(directory))
        {
            throw new PostgresClusterException(ClusterFault.NoBinaries, $"There is no PostgreSQL (postgres, initdb) in {directory}.");
        }
        LibraryLinks.Make(directory);
        var (status, output) = await Command.RunAsync([Path.Combine(directory, "postgres"), "--version"], ct);
        var version = MajorVersion().Match(output);
        if (status != 0 || !version.Success)
        {
            throw new PostgresClusterException(ClusterFault.NoBinaries,
                $"The PostgreSQL in {directory} does not run here: {output.Trim()}");
        }
        return new(directory, int.Parse(version.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex MajorVersion();
}
