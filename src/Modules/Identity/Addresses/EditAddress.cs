using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Identity.Addresses;

/// <summary>Replaces a saved address.</summary>
internal static class EditAddress
{
    internal static async Task<IResult> Handle(AddressId id, Body<AddressForm> body, Caller caller, Database db, CancellationToken cancel)
    {
        var form = body.Value;
        var saved = await db.Write(
            "identity.edit_address",
            tx => AddressBook.Replace(
                tx, caller.UserId!.Value, id, form.ToAddress(), form.IsDefaultShipping ?? false, form.IsDefaultBilling ?? false),
            cancel);
        return saved.Then(AddressView.Of).Ok();
    }
}
