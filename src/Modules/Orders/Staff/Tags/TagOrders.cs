using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Staff.Tags;

/// <summary>Staff mark orders, one or many at once. Adding what is there and removing what is not changes nothing.</summary>
internal static class TagOrders
{
    private const int MostOrders = 100;

    internal sealed record Request(IReadOnlyList<OrderId>? OrderIds, IReadOnlyList<string>? Add, IReadOnlyList<string>? Remove) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Required("orderIds", OrderIds);
            faults.Unless(OrderIds is null or { Count: > 0 and <= MostOrders }, "orderIds", $"must be 1 to {MostOrders}");
            OrderTag.Check(faults, "add", Add);
            OrderTag.Check(faults, "remove", Remove);
            faults.Unless(Add is { Count: > 0 } || Remove is { Count: > 0 }, "add", "or remove is required");
        }
    }

    /// <param name="Changed">Orders that have other tags than before.</param>
    internal sealed record Result(int Changed);

    internal static async Task<IResult> Handle(Body<Request> body, Caller caller, Database db, CancellationToken cancel) =>
        (await db.Write("orders.tag", tx => Tag(tx, body.Value, caller.Name), cancel)).Ok();

    private static async Task<Outcome<Result>> Tag(Tx tx, Request request, string by)
    {
        var (ids, add) = (request.OrderIds!.Guids(), OrderTag.Plain(request.Add));
        var remove = OrderTag.Plain(request.Remove).Except(add, StringComparer.Ordinal).ToArray();
        var known = await tx.Query(
            $"select id from orders.orders where id = any ({ids}) order by id for key share", row => row.GetGuid(0));
        if (known.Count < ids.Distinct().Count())
        {
            return OrderErrors.NotFound.Refuse();
        }

        var changed = await tx.Query(
            $"""
            with gone as (
              delete from orders.order_tags where order_id = any ({ids}) and tag = any ({remove}) returning order_id),
            come as (
              insert into orders.order_tags (order_id, tag, placed_at, by_whom, created_at)
              select o.id, t.tag, o.placed_at, {by}, {tx.Now} from orders.orders o cross join unnest({add}) as t (tag)
              where o.id = any ({ids}) on conflict do nothing returning order_id)
            select distinct order_id from (select order_id from gone union all select order_id from come) c
            """,
            row => row.Id<Contracts.Kinds.Order>(0));
        foreach (var order in changed)
        {
            tx.Touch(OrderTags.Order(order));
        }

        return new Result(changed.Count);
    }
}
