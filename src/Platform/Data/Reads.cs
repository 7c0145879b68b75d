using Npgsql;

namespace Tradepost.Platform.Data;

/// <summary>
/// Where to read: in the open transaction when there is one, else on a pooled connection. A transaction that waited for a second
/// connection could wait for ever: those who hold them all may be waiting for one too.
/// </summary>
public readonly struct Reads
{
    private readonly Database db;
    private readonly Tx? tx;
    private readonly CancellationToken cancel;

    /// <summary>Reads on a pooled connection.</summary>
    public Reads(Database db, CancellationToken cancel) => (this.db, tx, this.cancel) = (db, null, cancel);

    /// <summary>Reads in the transaction.</summary>
    public Reads(Database db, Tx tx)
    {
        ArgumentNullException.ThrowIfNull(tx);
        (this.db, this.tx, cancel) = (db, tx, tx.Cancel);
    }

    /// <summary>Ends the reading when the caller is gone.</summary>
    public CancellationToken Cancel => cancel;

    /// <summary>Reads rows.</summary>
    public Task<List<T>> Query<T>(SqlText sql, Func<NpgsqlDataReader, T> read) =>
        tx is null ? db.Query(sql, read, cancel) : tx.Query(sql, read);
}
