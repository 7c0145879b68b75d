using Tradepost.Platform.Data;

namespace Tradepost.Host.Cli;

/// <summary><c>migrate</c>: brings the schema up to date and ends, for deployments that do so before the nodes start.</summary>
internal static class MigrateVerb
{
    public static async Task<int> Run(StartOptions options, CancellationToken stop)
    {
        await using var session = await Session.Open(options, beside: true, stop);
        await using var services = session.Services();
        await services.GetRequiredService<Migrator>().Run(stop);
        await Console.Out.WriteLineAsync("The schema is up to date.");
        return 0;
    }
}
