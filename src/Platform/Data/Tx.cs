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

    /// <summary>Runs a statement now, what is queued before it in the same round trip, and answers the number of rows it changed.</summary>
    public async Task<int> Execute(SqlText sql)
    {
        var changed = 0;
        await Send(new(sql, rows => { changed = rows; return null; }, null));
        return changed;
    }

    /// <summary>Runs a query now, what is queued before it in the same round trip, and reads each row.</summary>
    public async Task<List<T>> Query<T>(SqlText sql, Func<NpgsqlDataReader, T> read)
    {
        var rows = new List<T>();
        await Send(new(sql, null, row => rows.Add(read(row))));
        return rows;
    }

    /// <summary>The only row, or default when there is none.</summary>
    public async Task<T?> Row<T>(SqlText sql, Func<NpgsqlDataReader, T> read)
    {
        var (found, first) = (false, default(T));
        await Send(new(sql, null, row => (found, first) = found ? (found, first) : (true, read(row))));
        return first;
    }

    /// <summary>
    /// Adds a statement to the shared batch, sent in one round trip before the next immediate statement or the commit.
    /// <paramref name="check"/> is given the number of changed rows and may refuse, which rolls everything back.
    /// </summary>
    public void Queue(SqlText sql, Func<int, Refusal?>? check = null) => queue.Add(new(sql, check, null));

    /// <summary>
    /// What this transaction has locked and read, by whoever holds it: nobody else can change it until the end, so it need not be read
    /// again. Keys are the holder's own.
    /// </summary>
    public IDictionary<object, object> Held { get; } = new Dictionary<object, object>();

    /// <summary>
    /// Adds a query to the shared batch. Its rows are there after the next immediate statement, <see cref="Flush"/> or the commit: several
    /// reads, each of which may wait for a lock, in one round trip and in the order given.
    /// </summary>
    public Pending<T> Later<T>(SqlText sql, Func<NpgsqlDataReader, T> read)
    {
        var pending = new Pending<T>(this);
        queue.Add(new(sql, null, row => pending.Found.Add(read(row))));
        return pending;
    }

    /// <summary>
    /// Nothing is lost that matters when the machine dies within a second of this commit: the answer need not wait for the disk. What other
    /// transactions see is the same, and a later commit that does wait makes this one durable too.
    /// </summary>
    public void CommitLazily() => Queue($"set local synchronous_commit to off");

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
    public Task Flush() => Send(null);

    /// <summary>
    /// Sends what is queued and commits, in one round trip when nothing of it can refuse: a statement that fails keeps the ones after it,
    /// the commit among them, from being run.
    /// </summary>
    internal async Task Commit()
    {
        await SaveContexts();
        if (queue.Count == 0 || queue.Exists(queued => queued.Check is not null))
        {
            await Send(null);
            await Transaction.CommitAsync(Cancel);
            return;
        }

        await Send(new($"commit", null, null));
    }

    private async Task SaveContexts()
    {
        foreach (var context in contexts.Values)
        {
            if (context.ChangeTracker.HasChanges())
            {
                await context.SaveChangesAsync(Cancel);
            }
        }
    }

    private async Task Send(Queued? last)
    {
        await SaveContexts();
        if (last is not null)
        {
            queue.Add(last);
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

        await Read(batch, sent);
        for (var i = 0; i < sent.Length; i++)
        {
            if (sent[i].Check?.Invoke(batch.BatchCommands[i].RecordsAffected) is { } refusal)
            {
                throw new RefusedException(refusal);
            }
        }
    }

    // Results come in the order of the statements, but only from those that have some. While rows are there to read, the statements before
    // theirs are complete and theirs is not: the first one without a type.
    private async Task Read(NpgsqlBatch batch, Queued[] sent)
    {
        await using var reader = await batch.ExecuteReaderAsync(Cancel);
        var at = 0;
        do
        {
            if (!reader.HasRows)
            {
                continue;
            }

            while (batch.BatchCommands[at].StatementType != StatementType.Unknown)
            {
                at++;
            }

            while (await reader.ReadAsync(Cancel))
            {
                sent[at].Read?.Invoke(reader);
            }

            at++;
        }
        while (await reader.NextResultAsync(Cancel));
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

    private sealed record Queued(SqlText Sql, Func<int, Refusal?>? Check, Action<NpgsqlDataReader>? Read);
}

/// <summary>Rows that were asked for and are read when they are wanted, with all that was queued before and after the question.</summary>
public sealed class Pending<T>(Tx tx)
{
    internal List<T> Found { get; } = [];

    /// <summary>All rows.</summary>
    public async Task<IReadOnlyList<T>> Rows()
    {
        await tx.Flush();
        return Found;
    }

    /// <summary>The only row, or default when there is none.</summary>
    public async Task<T?> Row() => await Rows() is [var first, ..] ? first : default;
}

/// <summary>Carries a refusal out of a batch to the transaction that rolls back. Never leaves <see cref="Database"/>.</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.Error.Code)
{
    /// <summary>Why.</summary>
    public Refusal Refusal { get; } = refusal;
}
