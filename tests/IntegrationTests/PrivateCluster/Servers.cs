using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Tradepost.Platform.PrivateCluster;

namespace Tradepost.IntegrationTests.PrivateCluster;

/// <summary>Starts clusters inside the test process, and looks at server processes.</summary>
internal static class Servers
{
    public static Task<PostgresCluster> StartAsync(
        string data, string? bin = null, ILogger? logger = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var options = new PostgresClusterOptions { DataDirectory = data, BinDirectory = bin };
        options = settings is null ? options : options with { Settings = settings };
        return PostgresCluster.StartAsync(options, logger ?? NullLogger.Instance, TestContext.Current.CancellationToken);
    }

    public static Task<PostgresCluster> JoinAsync(string data) => PostgresCluster.JoinAsync(
        new PostgresClusterOptions { DataDirectory = data }, NullLogger.Instance, TestContext.Current.CancellationToken);

    public static async Task<PostgresClusterException> RefusalAsync(string data, string? bin = null) =>
        await Assert.ThrowsAsync<PostgresClusterException>(() => StartAsync(data, bin));

    /// <summary>The binaries that a start without settings would take.</summary>
    public static PostgresBinaries Binaries { get; } = FindBinaries();

    /// <summary>A dead process stays listed until its parent asks; its command line is empty then.</summary>
    public static bool IsAlive(int process)
    {
        try
        {
            return File.ReadAllText(Proc(process) + "/cmdline").Length > 0;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public static async Task EndedAsync(int process)
    {
        for (var i = 0; i < 500 && IsAlive(process); i++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        Assert.False(IsAlive(process), $"process {process} still runs");
    }

    /// <summary>The number of the user who runs the process.</summary>
    public static string UserOf(int process) => File.ReadLines(Proc(process) + "/status")
        .Single(l => l.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1];

    /// <summary>Processes in one group get the terminal's Ctrl-C together.</summary>
    public static int GroupOf(int process) => int.Parse(
        File.ReadAllText(Proc(process) + "/stat").Split(") ")[1].Split(' ')[2], CultureInfo.InvariantCulture);

    private static string Proc(int process) => "/proc/" + process.ToString(CultureInfo.InvariantCulture);

    private static PostgresBinaries FindBinaries()
    {
        var place = BinaryLocator.Known([AppContext.BaseDirectory]).First();
        return PostgresBinaries.InspectAsync(place, CancellationToken.None).GetAwaiter().GetResult();
    }
}
