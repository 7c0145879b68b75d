using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Identity.Addresses;

/// <summary>Forgets a saved address. Orders sent there keep theirs.</summary>
internal static class RemoveAddress
{
    internal static async Task<IResult> Handle(AddressId id, Caller caller, Database db, CancellationToken cancel) =>
        (await db.Write("identity.remove_address", tx => Remove(tx, caller.UserId!.Value, id), cancel)).NoContent();

    private static async Task<Outcome<Done>> Remove(Tx tx, UserId user, AddressId id)
    {
        var removed = await tx.Execute($"delete from identity.addresses where id = {id} and user_id = {user}");
        return removed == 1 ? Done.Value : IdentityErrors.AddressNotFound.Refuse();
    }
}
