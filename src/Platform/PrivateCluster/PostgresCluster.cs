using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Tradepost.Platform.PrivateCluster;

/// <summary>
/// A PostgreSQL of our own, started and stopped with the host: reached over loopback with a random password, its files in one folder.
/// It ends with the host even when that is killed.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private readonly OwnedServer? owned;
    private readonly string connectionString;
    private int disposed;

    private PostgresCluster(OwnedServer? owned, int processId, string connectionString)
    {
        this.owned = owned;
        this.connectionString = connectionString;
        ProcessId = processId;
    }

    /// <summary>For the superuser, to the database <c>postgres</c>.</summary>
    public string ConnectionString => connectionString;

    /// <summary>The server's main process.</summary>
    public int ProcessId { get; }

    /// <summary>False when the server is another host's, found by <see cref="JoinAsync"/>: disposing then leaves it running.</summary>
    public bool Owned => owned is not null;

    /// <summary>Starts the server in the folder, making a cluster first when there is none. One host at a time may hold a folder.</summary>
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
            var server = await OwnedServer.StartAsync(options, logger, limit.Token);
            return new(server, server.ProcessId, server.ConnectionString);
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

    /// <summary>
    /// For commands that also work beside a running shop (verify, import, admin): uses the server of the host that holds the folder,
    /// or starts one when nobody does. Waits while another command has it.
    /// </summary>
    public static async Task<PostgresCluster> JoinAsync(PostgresClusterOptions options, ILogger logger, CancellationToken ct)
    {
        // The holder may be just starting, just stopping, or a command: give it some time before giving its refusal on.
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return await StartAsync(options with { Joinable = false }, logger, ct);
            }
            catch (PostgresClusterException refusal) when (refusal.Code == ClusterFault.FolderInUse)
            {
                if (await RunningServer.FindAsync(Path.GetFullPath(options.DataDirectory), ct) is { } running)
                {
                    return new(null, running.ProcessId, running.ConnectionString);
                }
                if (clock.Elapsed > options.StartTimeout)
                {
                    throw;
                }
                await Task.Delay(100, ct);
            }
        }
    }

    /// <summary>For the superuser, to another database of this server.</summary>
    public string ConnectionStringFor(string database) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = database }.ConnectionString;

    /// <summary>Makes the database when it is not there yet, and gives the connection string to it.</summary>
    public async Task<string> EnsureDatabaseAsync(string name, CancellationToken ct)
    {
        await using var admin = NpgsqlDataSource.Create(connectionString);
        await using var find = admin.CreateCommand("select 1 from pg_database where datname = $1");
        find.Parameters.Add(new() { Value = name });
        if (await find.ExecuteScalarAsync(ct) is null)
        {
            await using var create = admin.CreateCommand("create database " + new NpgsqlCommandBuilder().QuoteIdentifier(name));
            try
            {
                await create.ExecuteNonQueryAsync(ct);
            }
            catch (PostgresException error)
                when (error.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
            {
                // Another process of the same shop was quicker; the second code is what the server says when both were at it.
            }
        }
        return ConnectionStringFor(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (owned is not null && Interlocked.Exchange(ref disposed, 1) == 0)
        {
            await owned.DisposeAsync();
        }
    }
}
