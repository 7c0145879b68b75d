using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Platform.Messaging;

/// <summary>Retries or drops failed deliveries of events, some or all.</summary>
internal static class DeadLettersInBulk
{
    /// <param name="Action">retry or drop.</param>
    /// <param name="Ids">Which; all when left out.</param>
    internal sealed record Input(string? Action, IReadOnlyList<Guid>? Ids) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Unless(Action is "retry" or "drop", "action", "must be retry or drop");
            faults.Unless(Ids is null || Ids.Count is > 0 and <= 100, "ids", "must be 1 to 100");
        }
    }

    /// <param name="Count">How many it were.</param>
    internal sealed record Changed(int Count);

    internal static async Task<IResult> Handle(Body<Input> body, Database db, OutboxSignal outbox, CancellationToken cancel)
    {
        var (ids, retry) = (body.Value.Ids?.ToArray(), body.Value.Action == "retry");
        var outcome = await db.Write<int>("messaging.bulk_dead_letters", async tx => await tx.Execute(retry ? Retry(tx, ids) : Drop(ids)), cancel);
        outbox.Raise();
        return outcome.Then(count => new Changed(count)).Ok();
    }

    private static SqlText Retry(Tx tx, Guid[]? ids) =>
        $"update platform.deliveries d set dead_at = null, attempts = 0, due_at = {tx.Now} where {Those(ids)}";

    private static SqlText Drop(Guid[]? ids) => $"delete from platform.deliveries d where {Those(ids)}";

    private static SqlText Those(Guid[]? ids) =>
        $"d.dead_at is not null and ({ids}::uuid[] is null or {DeadLetters.Id} = any({ids}::uuid[]))";
}
