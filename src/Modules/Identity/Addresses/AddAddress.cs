using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Identity.Addresses;

/// <summary>Saves another address.</summary>
internal static class AddAddress
{
    internal static async Task<IResult> Handle(Body<AddressForm> body, Caller caller, Database db, CancellationToken cancel)
    {
        var form = body.Value;
        var saved = await db.Write(
            "identity.add_address",
            tx => AddressBook.Add(
                tx, caller.UserId!.Value, form.ToAddress(), form.IsDefaultShipping ?? false, form.IsDefaultBilling ?? false),
            cancel);
        return saved.Then(AddressView.Of).Created(address => $"/api/v1/me/addresses/{address.Id}");
    }
}
