using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Returns.Reading;

/// <summary>One return, for whoever may see its order. A stranger is told that there is none.</summary>
internal static class GetReturn
{
    internal static async Task<IResult> Handle(
        ReturnId id, Caller caller, HttpContext http, ReturnReader reader, CancellationToken cancel)
    {
        Outcome<ReturnView> outcome = await reader.MayAccess(id, caller, cancel) && await reader.Find(id, caller, cancel) is { } view
            ? view
            : ReturnsErrors.NotFound.Refuse();
        http.Response.Headers.CacheControl = "no-store";
        return outcome.Ok();
    }
}
