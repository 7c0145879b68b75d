using System.Globalization;

namespace Tradepost.Platform.PrivateCluster;

/// <summary>What a running server writes into its folder: its process and its port.</summary>
internal sealed record PostmasterFile(int ProcessId, int Port)
{
    /// <summary>Null unless that process is a server on this very folder: the file outlives a crash, and numbers are used again.</summary>
    public static PostmasterFile? OfRunning(string clusterPath)
    {
        try
        {
            var lines = File.ReadAllLines(Path.Combine(clusterPath, "postmaster.pid"));
            if (lines.Length < 4 || Number(lines[0]) is not { } process || Number(lines[3]) is not { } port)
            {
                return null; // Being written.
            }
            var words = File.ReadAllText($"/proc/{process}/cmdline").Split('\0');
            return words.Contains(clusterPath, StringComparer.Ordinal) ? new(process, port) : null;
        }
        catch (IOException)
        {
            return null; // No such file, or the process ended while we looked.
        }
    }

    private static int? Number(string line) => int.TryParse(line, CultureInfo.InvariantCulture, out var number) ? number : null;
}
