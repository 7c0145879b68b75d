using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Inventory.Locations;

/// <summary>The places stock is kept at, in the order they give it.</summary>
internal static class ListLocations
{
    internal sealed record Location(LocationId Id, string Name, bool IsDefault);

    internal static async Task<IResult> Handle(Database db, CancellationToken cancel)
    {
        var all = await db.Query(
            $"select id, name, is_default from inventory.locations order by not is_default, position, id",
            row => new Location(row.Id<Contracts.Kinds.Location>(0), row.GetString(1), row.GetBoolean(2)), cancel);
        Outcome<Paged<Location>> page = new Paged<Location>(all, 1, Math.Max(all.Count, 1), all.Count);
        return page.Ok();
    }
}
