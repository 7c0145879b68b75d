using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Tradepost.Platform.Messaging;
using Tradepost.Platform.Types;

namespace Tradepost.Platform.Data;

/// <summary>
/// One open write transaction. Every module taking part works through it: by SQL at once, by SQL queued into one shared batch (a single
/// round trip for all of them), or by its own EF Core context on the same connection. Only <see cref="Database.Write{T}"/> commits.
/// </summary>
public sealed class Tx
{
    private readonly Dictionary<Type, ModuleDb> contexts = [];
    private readonly List<Queued> queue = [];
    private readonly ModuleDbs moduleDbs;
    private readonly EventRegistry events;

    internal Tx(NpgsqlConnection connection, NpgsqlTransaction transaction, ModuleDbs moduleDbs, EventRegistry events, DateTimeOffset now,
        CancellationToken cancel)
    {
        Connection = connection;
        Transaction = transaction;
        this.moduleDbs = moduleDbs;
        this.events = events;
        Now = now;
        Cancel = cancel;
    }

    /// <summary>The instant this transaction calls now: one for all that happens in it.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Ends the work when the caller is gone.</summary>
    public CancellationToken Cancel { get; }

    internal NpgsqlConnection Connection { get; }

    internal NpgsqlTransaction Transaction { get; }

    internal HashSet<string> Touched { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> Subscribers { get; } = new(StringComparer.Ordinal);

    internal List<Action> AfterCommitActions { get; } = [];

    /// <summary>Runs a statement now and answers the number of rows it changed.</summary>
    public async Task<int> Execute(SqlText sql)
    {
        await Flush();
        await using var command = sql.Command(Connection);
        return await command.ExecuteNonQueryAsync(Cancel);
    }

    /// <summary>Runs a query now and reads each row.</summary>
    public async Task<List<T>> Query<T>(SqlText sql, Func<NpgsqlDataReader, T> read)
    {
        await Flush();
        await using var command = sql.Command(Connection);
        return await command.ReadAll(read, Cancel);
    }

    /// <summary>The only row, or default when there is none.</summary>
    public async Task<T?> Row<T>(SqlText sql, Func<NpgsqlDataReader, T> read)
    {
        await Flush();
        await using var command = sql.Command(Connection);
        return await command.ReadFirst(read, Cancel);
    }

    /// <summary>
    /// Adds a statement to the shared batch, sent in one round trip before the next immediate statement or the commit.
    /// <paramref name="check"/> is given the number of changed rows and may refuse, which rolls everything back.
    /// </summary>
    public void Queue(SqlText sql, Func<int, Refusal?>? check = null) => queue.Add(new(sql, check));

    /// <summary>The module's own context, on this connection and transaction. Its changes are saved before the commit.</summary>
    public TDb Use<TDb>()
        where TDb : ModuleDb
    {
        if (!contexts.TryGetValue(typeof(TDb), out var context))
        {
            context = moduleDbs.Rent<TDb>();
            context.Database.AutoSavepointsEnabled = false;
            context.Database.SetDbConnection(Connection);
            context.Database.UseTransaction(Transaction);
            contexts[typeof(TDb)] = context;
        }

        return (TDb)context;
    }

    /// <summary>Records that something happened. Stored with the transaction; each subscriber runs after the commit, once.</summary>
    public void Publish(IEvent happened)
    {
        Subscribers.UnionWith(events.Of(happened.GetType()));
        Queue(events.Insert(happened, Now));
    }

    /// <summary>Tells all nodes after the commit that whatever they remember under these tags is stale.</summary>
    public void Touch(params ReadOnlySpan<string> tags)
    {
        foreach (var tag in tags)
        {
            Touched.Add(tag);
        }
    }

    /// <summary>Runs after the commit, in memory only: nothing that must not be lost.</summary>
    public void AfterCommit(Action action) => AfterCommitActions.Add(action);

    /// <summary>Sends what is queued. Throws <see cref="RefusedException"/> when a check refuses.</summary>
    public async Task Flush()
    {
        foreach (var context in contexts.Values)
        {
            if (context.ChangeTracker.HasChanges())
            {
                await context.SaveChangesAsync(Cancel);
            }
        }

        if (queue.Count == 0)
        {
            return;
        }

        var sent = queue.ToArray();
        queue.Clear();
        await using var batch = new NpgsqlBatch(Connection, Transaction);
        foreach (var queued in sent)
        {
            batch.BatchCommands.Add(queued.Sql.BatchCommand());
        }

        await batch.ExecuteNonQueryAsync(Cancel);
        for (var i = 0; i < sent.Length; i++)
        {
            if (sent[i].Check?.Invoke(batch.BatchCommands[i].RecordsAffected) is { } refusal)
            {
                throw new RefusedException(refusal);
            }
        }
    }

    internal async Task Return()
    {
        foreach (var context in contexts.Values)
        {
            await context.Database.UseTransactionAsync(null, CancellationToken.None);
            await context.DisposeAsync();
        }

        contexts.Clear();
    }

    private sealed record Queued(SqlText Sql, Func<int, Refusal?>? Check);
}

/// <summary>Carries a refusal out of a batch to the transaction that rolls back. Never leaves <see cref="Database"/>.</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.Error.Code)
{
    /// <summary>Why.</summary>
    public Refusal Refusal { get; } = refusal;
}
