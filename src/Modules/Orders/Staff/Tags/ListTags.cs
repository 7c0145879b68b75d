using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Orders.Staff.Tags;

/// <summary>The tags in use, for choosing from. Hops along the index from tag to tag, however many orders have each.</summary>
internal static class ListTags
{
    private const int Most = 200;

    internal sealed record Result(IReadOnlyList<string> Tags);

    internal static async Task<IResult> Handle(Database db, CancellationToken cancel) => Results.Json(
        new Result(await db.Query(
            $"""
            with recursive hop as (
              (select tag from orders.order_tags order by tag limit 1)
              union all
              select (select t.tag from orders.order_tags t where t.tag > h.tag order by t.tag limit 1) from hop h where h.tag is not null)
            select tag from hop where tag is not null limit {Most}
            """,
            row => row.GetString(0), cancel)),
        ApiJson.Options);
}
