using Microsoft.Extensions.Logging.Abstractions;
using Tradepost.Host.Serving;
using Tradepost.Platform.PrivateCluster;

namespace Tradepost.Host.Cli;

/// <summary>The data folder and the database a verb works with. Disposing it stops what it started.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly PostgresCluster? cluster;

    private Session(DataFolder folder, PostgresCluster? cluster, string connectionString)
    {
        Folder = folder;
        this.cluster = cluster;
        ConnectionString = connectionString;
    }

    public DataFolder Folder { get; }

    public string ConnectionString { get; }

    /// <summary>Opens the folder, and starts the private database unless the owner named one.</summary>
    /// <param name="options">Names the folder and the database.</param>
    /// <param name="beside">Whether a shop may be running on the folder: then its database is used. Only one shop may run on it.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<Session> Open(StartOptions options, bool beside, CancellationToken cancel)
    {
        if (options.ConnectionString is { Length: > 0 } own)
        {
            return new(DataFolder.Open(options.Data), null, own);
        }

        var settings = new PostgresClusterOptions { DataDirectory = options.Data };
        var cluster = beside
            ? await PostgresCluster.JoinAsync(settings, NullLogger.Instance, cancel)
            : await PostgresCluster.StartAsync(settings, NullLogger.Instance, cancel);
        try
        {
            var connectionString = await cluster.EnsureDatabaseAsync("tradepost", cancel);
            return new(DataFolder.Open(options.Data), cluster, connectionString);
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Services without a web server, for verbs that only work on the database.</summary>
    public ServiceProvider Services(TimeProvider? clock = null) => ShopServices.Offline(Folder, ConnectionString, clock);

    public async ValueTask DisposeAsync()
    {
        Npgsql.NpgsqlConnection.ClearAllPools();
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }
    }
}
