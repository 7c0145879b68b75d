using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Identity.Admin;

/// <summary>One account for staff.</summary>
internal static class ShowUser
{
    internal static async Task<IResult> Handle(UserId id, Database db, CancellationToken cancel) =>
        await db.Row($"{StaffView.Select} where u.id = {id}", StaffView.Read, cancel) is { } user
            ? Results.Json(user, ApiJson.Options)
            : IdentityErrors.UserNotFound.Refuse().ToResult();
}
