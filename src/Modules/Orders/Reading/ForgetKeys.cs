using Tradepost.Platform.Data;
using Tradepost.Platform.Jobs;

namespace Tradepost.Orders.Reading;

/// <summary>Throws away guests' keys that ended: nobody can use them, and each mail made one.</summary>
internal sealed class ForgetKeys(Database db) : IPeriodicJob
{
    private const int BatchSize = 5000;

    public string Name => "orders.forget_keys";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<int> Run(CancellationToken cancel)
    {
        var forgotten = 0;
        await db.Write(
            Name,
            async tx => forgotten = await tx.Execute(
                $"""
                delete from orders.access_tokens where id in (
                  select id from orders.access_tokens where expires_at < {tx.Now} limit {BatchSize} for update skip locked)
                """),
            cancel);
        return forgotten;
    }
}
