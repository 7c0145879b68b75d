using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tradepost.Identity.Registration;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Identity.Profiles;

/// <summary>Changes the members that are sent; null or an empty text clears one.</summary>
internal static class EditMe
{
    internal sealed record Request(string? FirstName, string? LastName, string? Phone, string? Visibility) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.OptionalText("firstName", FirstName, 100);
            faults.OptionalText("lastName", LastName, 100);
            faults.OptionalText("phone", Phone, 40);
            faults.Unless(Visibility is null or "private" or "public", "visibility", "must be private or public");
        }
    }

    internal static async Task<IResult> Handle(Body<Request> body, Caller caller, Database db, CancellationToken cancel) =>
        (await db.Write("identity.edit_profile", tx => Edit(tx, caller.UserId!.Value, body), cancel)).Ok();

    private static async Task<Outcome<ShowMe.Me>> Edit(Tx tx, UserId user, Body<Request> body)
    {
        var profile = await tx.Use<IdentityDb>().Profiles.SingleAsync(some => some.UserId == user, tx.Cancel);
        var wanted = body.Value;
        profile.FirstName = body.Has("firstName") ? Names.Clean(wanted.FirstName) : profile.FirstName;
        profile.LastName = body.Has("lastName") ? Names.Clean(wanted.LastName) : profile.LastName;
        profile.Phone = body.Has("phone") ? Names.Clean(wanted.Phone) : profile.Phone;
        profile.Visibility = wanted.Visibility ?? profile.Visibility;
        profile.UpdatedAt = tx.Now;
        return ShowMe.Me.Of((await tx.Row(Account.ById(user), Account.Read))!, profile);
    }
}
