using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tradepost.Host.Serving;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Platform.Data;
using Tradepost.Platform.PrivateCluster;

[assembly: AssemblyFixture(typeof(TestCluster))]

namespace Tradepost.IntegrationTests.Harness;

/// <summary>One PostgreSQL for all tests, with a migrated database that each test class gets a copy of.</summary>
public sealed class TestCluster : IAsyncLifetime
{
    private const string Template = "shop_template";
    private readonly string folder = Directory.CreateTempSubdirectory("tradepost-tests-").FullName;
    private PostgresCluster? cluster;
    private int copies;

    /// <summary>A folder for files of tests, gone at the end.</summary>
    public string Folder => folder;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        // The machine does not fail under these tests, only processes do: what was written is there without waiting for the disk.
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["fsync"] = "off" };
        var options = new PostgresClusterOptions { DataDirectory = Path.Combine(folder, "cluster"), Settings = settings };
        cluster = await PostgresCluster.StartAsync(options, NullLogger.Instance, CancellationToken.None);
        var template = await cluster.EnsureDatabaseAsync(Template, CancellationToken.None);
        await using (var services = ShopServices.Offline(DataFolder.Open(Path.Combine(folder, "template")), template + ";Pooling=false",
            null))
        {
            await services.GetRequiredService<Migrator>().Run(CancellationToken.None);
        }

        await Execute($"alter database {Template} allow_connections false");
    }

    /// <summary>A connection string to a fresh copy of the migrated database.</summary>
    public async Task<string> NewDatabase()
    {
        var name = $"shop_{Interlocked.Increment(ref copies)}";
        await Execute($"create database {name} template {Template}");
        return cluster!.ConnectionStringFor(name);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(cluster!.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
