using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Notifications.Admin;

/// <summary>Retries or drops what failed, some or all of it.</summary>
internal static class InBulk
{
    /// <param name="Action">retry or drop.</param>
    /// <param name="Ids">Which; all that failed when left out.</param>
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

    internal static Task<IResult> Mails(Body<Input> body, Database db, CancellationToken cancel) => Answer(
        "notifications.bulk_mails", body.Value, db, cancel, (tx, ids, status, retry) =>
            $"""
            update notifications.mails
            set status = {status}, due_at = {tx.Now}, updated_at = {tx.Now}, attempts = case when {retry} then 0 else attempts end
            where status = 'failed' and ({ids}::uuid[] is null or id = any({ids}::uuid[]))
            """);

    internal static Task<IResult> Notices(Body<Input> body, Database db, CancellationToken cancel) => Answer(
        "notifications.bulk_notices", body.Value, db, cancel, (tx, ids, status, retry) =>
            $"""
            update notifications.notices set status = {status}, due_at = {tx.Now}, attempts = case when {retry} then 0 else attempts end
            where status = 'failed' and ({ids}::uuid[] is null or id = any({ids}::uuid[]))
            """);

    private static async Task<IResult> Answer(
        string name, Input input, Database db, CancellationToken cancel, Func<Tx, Guid[]?, string, bool, SqlText> change)
    {
        var retry = input.Action == "retry";
        var count = await db.Write<int>(
            name, async tx => await tx.Execute(change(tx, input.Ids?.ToArray(), retry ? "queued" : "dropped", retry)), cancel);
        return count.Then(some => new Changed(some)).Ok();
    }
}
