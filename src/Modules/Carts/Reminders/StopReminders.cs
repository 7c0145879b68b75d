using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Carts.Reminders;

/// <summary>
/// The link in a reminder: no cart of that address is reminded of any more, until somebody asks for it anew. A key nobody knows has nothing
/// to stop; it is answered alike.
/// </summary>
internal static class StopReminders
{
    internal sealed record Request(string? Token) : IChecked
    {
        public void Check(Faults faults) => faults.Text("token", Token, ReminderKeys.Length);
    }

    internal static async Task<IResult> Handle(Body<Request> body, Database db, CancellationToken cancel)
    {
        await db.Write("carts.stop_reminders", tx => Stop(tx, body.Value.Token!.Trim()), cancel);
        return Results.NoContent();
    }

    private static Task<int> Stop(Tx tx, string key) => tx.Execute(
        $"""
        update carts.carts set remind = false, version = version + 1
        where remind and lower(email) = (
          select lower(c.email) from carts.reminder_keys k join carts.carts c on c.id = k.cart_id
          where k.token_hash = {ReminderKeys.Hash(key)})
        """);
}
