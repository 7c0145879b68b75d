using System.Diagnostics;
using Tradepost.Host.Seeding;
using Tradepost.Host.Serving;
using Tradepost.Platform.Data;

namespace Tradepost.Host.Cli;

/// <summary><c>serve</c>: brings the schema up to date, loads the demo shop into a new one, and serves until told to stop.</summary>
internal static partial class ServeVerb
{
    public static async Task<int> Run(StartOptions options, CancellationToken stop)
    {
        var started = Stopwatch.GetTimestamp();
        await using var session = await Session.Open(options, beside: false, stop);
        await using (var offline = session.Services())
        {
            await offline.GetRequiredService<Migrator>().Run(stop);
        }

        if (!options.Empty)
        {
            await DemoShop.Load(session, Console.Out, stop);
        }

        await using var app = ShopHost.Build(options, session.Folder, session.ConnectionString);
        await StoredSettings.Apply(app.Services, stop);
        await app.StartAsync(stop);
        await Console.Out.WriteLineAsync($"Tradepost is ready at http://127.0.0.1:{options.Port}");
        Ready(app.Logger, Stopwatch.GetElapsedTime(started).TotalSeconds);
        await app.WaitForShutdownAsync(stop);
        return 0;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Ready after {Seconds:0.0} s")]
    private static partial void Ready(ILogger log, double seconds);
}
