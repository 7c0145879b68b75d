using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Identity.Addresses;

/// <summary>The caller's addresses, oldest first.</summary>
internal static class ListAddresses
{
    internal static async Task<IResult> Handle(PageQuery page, Caller caller, Database db, CancellationToken cancel)
    {
        await using var context = db.Context<IdentityDb>();
        var own = context.Addresses.AsNoTracking().Where(address => address.UserId == caller.UserId!.Value);
        var items = await own.OrderBy(address => address.CreatedAt).ThenBy(address => address.Id)
            .Skip(page.Offset).Take(page.PageSize).ToListAsync(cancel);
        var answer = new Paged<AddressView>([.. items.Select(AddressView.Of)], page.Page, page.PageSize, await own.LongCountAsync(cancel));
        return Results.Json(answer, ApiJson.Options);
    }
}
