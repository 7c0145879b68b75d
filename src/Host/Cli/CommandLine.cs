using System.Net.Sockets;
using Npgsql;
using Tradepost.Platform.PrivateCluster;

namespace Tradepost.Host.Cli;

/// <summary>The host's verbs. Failures a person can mend are told in words; only bugs show a stack trace.</summary>
internal static class CommandLine
{
    private const int Misused = 2;

    private static readonly Dictionary<string, Func<StartOptions, CancellationToken, Task<int>>> Verbs = new(StringComparer.Ordinal)
    {
        ["serve"] = ServeVerb.Run,
        ["migrate"] = MigrateVerb.Run,
        ["import"] = ImportVerb.Run,
        ["verify"] = VerifyVerb.Run,
        ["admin"] = AdminVerb.Run,
        ["docs"] = DocsVerb.Run,
    };

    public static async Task<int> Run(string[] args)
    {
        var verb = args.Length > 0 && Verbs.ContainsKey(args[0]) ? args[0] : "serve";
        var rest = args.Length > 0 && args[0] == verb ? args[1..] : args;
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        try
        {
            return await Verbs[verb](StartOptions.Parse(rest), stop.Token);
        }
        catch (UsageException misuse)
        {
            await Console.Error.WriteLineAsync($"tradepost: {misuse.Message}");
            return Misused;
        }
        catch (Exception failure) when (Explain(failure) is { } words)
        {
            await Console.Error.WriteLineAsync($"tradepost: {words}");
            return 1;
        }
    }

    private static string? Explain(Exception failure) => failure switch
    {
        PostgresClusterException cluster => cluster.Message,
        OperationCanceledException => "stopped.",
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            "the port is taken. Stop what uses it, or choose another with --port.",
        NpgsqlException { InnerException: SocketException } or NpgsqlException { SqlState: "28P01" or "3D000" } =>
            $"the database at ConnectionStrings__Shop can't be reached: {failure.Message}",
        _ => null,
    };
}
