using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Inventory;
using Tradepost.Contracts.Orders;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Reordering;

/// <summary>Buy again: what an order held goes into a cart, and what is gone, fewer or dearer now is told.</summary>
internal static class ReorderOrder
{
    internal sealed record Request(CartId? CartId) : IChecked
    {
        public void Check(Faults faults)
        {
        }
    }

    /// <param name="VariantId">Of what.</param>
    /// <param name="Name">Its name in the order.</param>
    /// <param name="Reason">gone, fewer, dearer or cheaper.</param>
    /// <param name="Wanted">Units in the order.</param>
    /// <param name="Added">Units now in the cart.</param>
    /// <param name="Was">What one cost then.</param>
    /// <param name="Now">What one costs now; null when it is gone.</param>
    internal sealed record ReorderNotice(VariantId VariantId, string Name, string Reason, int Wanted, int Added, Money Was, Money? Now);

    internal sealed record Reordered(CartId CartId, int Units, IReadOnlyList<ReorderNotice> Notices);

    internal static async Task<IResult> Handle(
        OrderId id, OptionalBody<Request> body, Caller caller, Database db, ICartRefill carts, CancellationToken cancel)
    {
        if (!await AccessTokens.MayAccess(db, id, caller, cancel))
        {
            return OrderErrors.NotFound.Refuse().ToResult();
        }

        var bought = await db.Query(
            $"""
            select variant_id, name, options::text, quantity, unit_price_minor, currency
            from orders.order_lines where order_id = {id} order by position
            """,
            row => new Bought(
                row.Id<Contracts.Kinds.Variant>(0), Summaries.FullName(row.GetString(1), row.Json<Dictionary<string, string>>(2)),
                row.GetInt32(3), row.Money(4, 5)), cancel);
        var wanted = bought.Select(line => new StockRequest(line.Variant, line.Quantity)).ToList();
        var filled = await carts.Refill(body.Value?.CartId, wanted, caller, cancel);
        return filled.Then(refill => new Reordered(
            refill.Cart, refill.Lines.Sum(line => line.Added), [.. refill.Lines.SelectMany(line => Notices(line, bought))])).Ok();
    }

    /// <summary>What is to be told of a line: that it is gone or fewer, and what else it costs.</summary>
    internal static IEnumerable<ReorderNotice> Notices(RefilledLine line, IReadOnlyList<Bought> bought)
    {
        var before = bought.First(some => some.Variant == line.VariantId);
        ReorderNotice Notice(string reason) =>
            new(line.VariantId, before.Name, reason, line.Wanted, line.Added, before.Price, line.Price);
        if (line.Added < line.Wanted)
        {
            yield return Notice(line.Added == 0 ? "gone" : "fewer");
        }

        if (line.Added > 0 && line.Price is { } now && now.Currency == before.Price.Currency && now != before.Price)
        {
            yield return Notice(now > before.Price ? "dearer" : "cheaper");
        }
    }

    internal sealed record Bought(VariantId Variant, string Name, int Quantity, Money Price);
}
