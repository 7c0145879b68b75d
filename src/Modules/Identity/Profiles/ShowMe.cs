using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Identity.Profiles;

/// <summary>Who am I?</summary>
internal static class ShowMe
{
    internal sealed record Me(
        UserId Id, string Email, string? FirstName, string? LastName, string? Phone, string? AvatarUrl, string Visibility,
        IReadOnlyList<string> Roles, bool EmailConfirmed)
    {
        public static Me Of(Account account, Profile profile) => new(
            account.Id, account.Email, profile.FirstName, profile.LastName, profile.Phone, AvatarUrl: null, profile.Visibility,
            account.Roles, account.EmailConfirmed);
    }

    internal static async Task<IResult> Handle(Caller caller, Database db, CancellationToken cancel)
    {
        var account = await db.Row(Account.ById(caller.UserId!.Value), Account.Read, cancel);
        await using var context = db.Context<IdentityDb>();
        var profile = await context.Profiles.AsNoTracking().SingleAsync(some => some.UserId == caller.UserId.Value, cancel);
        return Results.Json(Me.Of(account!, profile), ApiJson.Options);
    }
}
