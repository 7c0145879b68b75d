using Microsoft.Extensions.Options;
using Tradepost.Platform.Data;
using Tradepost.Platform.Jobs;

namespace Tradepost.Carts.Lifetime;

/// <summary>
/// Deletes guests' carts that nobody came back to. Customers' carts stay. Carts somebody is changing right now are passed over, and one
/// that was touched while the statement waited is kept: its row is looked at again under the lock.
/// </summary>
internal sealed class ExpireCarts(Database db, IOptions<CartOptions> options, TimeProvider time) : IPeriodicJob
{
    private const int BatchSize = 500;

    public string Name => "carts.expire";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<int> Run(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var (untouched, empty) = (now - options.Value.KeepGuestsFor, now - options.Value.KeepEmptyFor);
        return await Delete(() => $"seen_at < {untouched}", cancel)
            + await Delete(
                () => $"seen_at < {empty} and not exists (select from carts.lines l where l.cart_id = c.id)", cancel);
    }

    private async Task<int> Delete(Func<SqlText> due, CancellationToken cancel)
    {
        var (all, batch) = (0, BatchSize);
        while (batch == BatchSize)
        {
            batch = (await db.Write<int>("carts.expire", async tx => await DeleteBatch(tx, due()), cancel)).Value;
            all += batch;
        }

        return all;
    }

    private static Task<int> DeleteBatch(Tx tx, SqlText due) => tx.Execute(
        $"""
        delete from carts.carts where id in (
          select id from carts.carts c where user_id is null and {due} order by seen_at limit {BatchSize} for update skip locked)
        """);
}
