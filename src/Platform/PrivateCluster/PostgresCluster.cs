using System.Diagnostics;
using System.Runtime.Versioning;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Tradepost.Platform.PrivateCluster;

/// <summary>
/// A PostgreSQL of our own, started and stopped with the host: reached over loopback with a random password, its files in one folder.
/// It ends with the host even when that is killed.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private readonly ClusterFolder folder;
    private readonly ServerProcess server;
    private readonly NpgsqlConnectionStringBuilder connection;
    private int disposed;

    private PostgresCluster(ClusterFolder folder, ServerProcess server, NpgsqlConnectionStringBuilder connection)
    {
        this.folder = folder;
        this.server = server;
        this.connection = connection;
    }

    /// <summary>For the superuser, to the database <c>postgres</c>.</summary>
    public string ConnectionString => ConnectionStringFor("postgres");

    /// <summary>Ends when the server ends, wanted or not.</summary>
    public Task Exited => server.Exited;

    public int ProcessId => server.ProcessId;

    /// <summary>Starts the server in the folder, making a cluster first when there is none.</summary>
    /// <exception cref="PostgresClusterException">With one of <see cref="ClusterFault"/> and what to do about it.</exception>
    public static async Task<PostgresCluster> StartAsync(PostgresClusterOptions options, ILogger logger, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PostgresClusterException(ClusterFault.StartFailed,
                "The private database runs on Linux and macOS. Here, set ConnectionStrings__Shop to a PostgreSQL of your own.");
        }
        var path = Path.GetFullPath(options.DataDirectory);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.StartTimeout);
        try
        {
            return await StartInAsync(options, logger, limit.Token);
        }
        catch (OperationCanceledException error) when (!ct.IsCancellationRequested)
        {
            throw new PostgresClusterException(ClusterFault.StartFailed,
                $"The private database in {path} did not answer within {options.StartTimeout.TotalSeconds:0} s.", error);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw FaultTranslation.From(error, path);
        }
    }

    public string ConnectionStringFor(string database) =>
        new NpgsqlConnectionStringBuilder(connection.ConnectionString) { Database = database }.ConnectionString;

    /// <summary>Makes the database when it is not there yet, and gives the connection string to it.</summary>
    public async Task<string> EnsureDatabaseAsync(string name, CancellationToken ct)
    {
        await using var admin = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await admin.OpenAsync(ct);
        await using var exists = new NpgsqlCommand("select 1 from pg_database where datname = $1", admin);
        exists.Parameters.Add(new() { Value = name });
        if (await exists.ExecuteScalarAsync(ct) is null)
        {
            var quoted = "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
            await using var create = new NpgsqlCommand("create database " + quoted, admin);
            await create.ExecuteNonQueryAsync(ct);
        }
        return ConnectionStringFor(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            await server.StopAsync();
            folder.Dispose();
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static async Task<PostgresCluster> StartInAsync(PostgresClusterOptions options, ILogger logger, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var folder = ClusterFolder.Open(options.DataDirectory);
        try
        {
            var binaries = await BinaryLocator.FindAsync(options.BinDirectory, folder, logger, ct);
            var cluster = folder.ClusterPath(binaries.Major);
            var account = await ServerAccount.ForAsync(cluster, ct);
            var launcher = await Launcher.ForAsync(account, [folder.Path, binaries.Server], logger, ct);
            await StrayServer.StopAsync(cluster, logger, ct);
            if (!folder.HasCluster(binaries.Major))
            {
                logger.Making(binaries.Major, folder.Path);
                await ClusterInitializer.RunAsync(folder, binaries, launcher, ct);
            }
            var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
            var connection = ConnectionFor(folder.ReadPassword(binaries.Major));
            var server = await ServerProcess.StartAsync(
                cluster, port => launcher.LongLived(binaries.Server, ServerSettings.Arguments(cluster, port, options.Settings, memory)),
                connection, logger, ct);
            logger.Ready(binaries.Major, connection.Port, server.ProcessId, clock.ElapsedMilliseconds);
            return new(folder, server, connection);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    private static NpgsqlConnectionStringBuilder ConnectionFor(string password) => new()
    {
        Host = "127.0.0.1",
        Username = ClusterFolder.SuperUser,
        Password = password,
        Database = "postgres",
        SslMode = SslMode.Disable, // Loopback only; asking costs a round trip for each connection.
        GssEncryptionMode = GssEncryptionMode.Disable,
    };
}
