using Microsoft.Extensions.Logging.Abstractions;
using Tradepost.Platform.PrivateCluster;

// A host that does nothing but hold a private cluster, for tests that kill it, start two of it, or start it as another user.
// Prints "ready <server process> <connection string>" or "fault <code> <message>"; ends when its standard input does.
try
{
    var options = new PostgresClusterOptions { DataDirectory = args[0], BinDirectory = args.ElementAtOrDefault(1) };
    await using var cluster = await PostgresCluster.StartAsync(options, NullLogger.Instance, CancellationToken.None);
    Console.WriteLine($"ready {cluster.ProcessId} {cluster.ConnectionString}");
    await Console.In.ReadToEndAsync();
    return 0;
}
catch (PostgresClusterException fault)
{
    Console.WriteLine($"fault {fault.Code} {fault.Message.ReplaceLineEndings(" | ")}");
    return 1;
}
