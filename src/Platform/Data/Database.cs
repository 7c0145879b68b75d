using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Messaging;
using Tradepost.Platform.Types;

namespace Tradepost.Platform.Data;

/// <summary>The shop's database. Reads run on a pooled connection; writes are named transactions, the only thing that commits.</summary>
public sealed partial class Database(
    NpgsqlDataSource source, ModuleDbs moduleDbs, EventRegistry events, Changes changes, OutboxSignal outbox, TimeProvider time,
        ILogger<Database> log)
{
    private const int Attempts = 5;
    private static readonly Meter Meter = new("Tradepost.Data");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("tradepost.write.duration", "s", "One named write");
    private static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "tradepost.write.retries", description: "Serialization failures and deadlocks tried again");

    /// <summary>The pool, for LISTEN, COPY and other things no transaction covers.</summary>
    public NpgsqlDataSource Source => source;

    /// <summary>Reads rows on a pooled connection, on another one when that turns out to be broken.</summary>
    public async Task<List<T>> Query<T>(SqlText sql, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        try
        {
            await using var command = sql.Command(source);
            return await command.ReadAll(read, cancel);
        }
        catch (Exception failure) when (Absence.Is(failure))
        {
            source.Clear();
            await using var again = sql.CommandAgain(source);
            return await again.ReadAll(read, cancel);
        }
    }

    /// <summary>Reads one row, or default when there is none.</summary>
    public async Task<T?> Row<T>(SqlText sql, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        try
        {
            await using var command = sql.Command(source);
            return await command.ReadFirst(read, cancel);
        }
        catch (Exception failure) when (Absence.Is(failure))
        {
            source.Clear();
            await using var again = sql.CommandAgain(source);
            return await again.ReadFirst(read, cancel);
        }
    }

    /// <summary>A context of the module for reading, on a pooled connection of its own. Dispose it.</summary>
    public TDb Context<TDb>()
        where TDb : ModuleDb
    {
        var context = moduleDbs.Rent<TDb>();
        context.Database.SetDbConnection(source.CreateConnection(), contextOwnsConnection: true);
        return context;
    }

    /// <summary>
    /// Runs one named write transaction (READ COMMITTED). A refusal rolls back; a serialization failure, a deadlock or a broken connection
    /// runs the whole work again, so it must do nothing but work on <paramref name="work"/>'s transaction: no calls to other services.
    /// A connection that breaks during the commit is different: nobody knows what became of it, and the caller hears of the failure.
    /// </summary>
    public async Task<Outcome<T>> Write<T>(string name, Func<Tx, Task<Outcome<T>>> work, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(work);
        var started = Stopwatch.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var outcome = await Once(work, cancel);
                Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("name", name),
                    new("refused", !outcome.Succeeded));
                return outcome;
            }
            catch (Exception failure) when (attempt < Attempts && MayRetry(failure))
            {
                if (Absence.Is(failure))
                {
                    source.Clear(); // the idle ones were most likely cut with it
                }

                Retries.Add(1, new KeyValuePair<string, object?>("name", name));
                Retrying(log, name, attempt, failure.Message);
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20) * attempt), time, cancel);
            }
        }
    }

    /// <summary>A named write that can't be refused.</summary>
    public async Task Write(string name, Func<Tx, Task> work, CancellationToken cancel) =>
        _ = (await Write<Done>(name, async tx => { await work(tx); return Done.Value; }, cancel)).Value;

    private static bool MayRetry(Exception failure)
    {
        if (failure is UncertainCommitException)
        {
            return false;
        }

        var cause = failure as PostgresException ?? failure.InnerException as PostgresException;
        return Absence.Is(failure) || cause?.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;
    }

    private async Task<Outcome<T>> Once<T>(Func<Tx, Task<Outcome<T>>> work, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var tx = new Tx(connection, transaction, moduleDbs, events, time.GetUtcNow().ToMicroseconds(), cancel);
        try
        {
            var outcome = await work(tx);
            if (!outcome.Succeeded)
            {
                return outcome; // disposing the transaction rolls it back
            }

            await Commit(tx);
            outbox.Raise(tx.Subscribers);
            tx.AfterCommitActions.ForEach(action => action());
            return outcome;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal;
        }
        finally
        {
            await tx.Return();
        }
    }

    // A commit whose answer was lost may have happened: what is remembered of the things it touched can't be trusted either way.
    private async Task Commit(Tx tx)
    {
        try
        {
            await tx.Commit();
        }
        catch (Exception failure) when (Absence.Is(failure))
        {
            throw new UncertainCommitException(failure);
        }
        finally
        {
            changes.Announce(tx.Touched);
        }
    }

    private sealed class UncertainCommitException(Exception cause) : NpgsqlException("The connection broke during the commit.", cause)
    {
        // Tells the pipeline that the shop is away for a moment: the request may be sent again with its key.
        public override bool IsTransient => true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Write {Name} failed at attempt {Attempt} and runs again: {Reason}")]
    private static partial void Retrying(ILogger log, string name, int attempt, string reason);
}
