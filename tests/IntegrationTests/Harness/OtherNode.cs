using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Tradepost.Host.Cli;
using Tradepost.Host.Serving;

namespace Tradepost.IntegrationTests.Harness;

/// <summary>A second host on a shop's database.</summary>
internal sealed class OtherNode(WebApplication app, string folder, string address) : IAsyncDisposable
{
    public string Address => address;

    public static async Task<OtherNode> Start(string connectionString)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"tradepost-node-{Guid.CreateVersion7():N}");
        var options = StartOptions.Parse(["--port", "0", "--empty", "--data", folder]);
        var app = ShopHost.Build(options, DataFolder.Open(folder), connectionString, builder => builder.Logging.ClearProviders());
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, folder, $"http://127.0.0.1:{options.Port}");
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
