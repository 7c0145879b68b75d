using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Proof;

/// <summary>Shows what an order was priced from, and that pricing it again comes to the same.</summary>
internal static class ProveOrder
{
    /// <param name="OrderId">The order.</param>
    /// <param name="Charged">As the order says.</param>
    /// <param name="Recomputed">As the evidence comes to now.</param>
    /// <param name="Reproduced">Whether they are the same.</param>
    /// <param name="Evidence">A body for POST /admin/pricing/quote.</param>
    internal sealed record Proof(OrderId OrderId, Totals Charged, Totals Recomputed, bool Reproduced, JsonElement Evidence);

    internal static async Task<IResult> Handle(OrderId id, Database db, IPricing pricing, CancellationToken cancel)
    {
        Outcome<Proof> proof = await OrderPricings.Find(db, id, cancel) is { } order ? Of(order, pricing) : OrderErrors.NotFound.Refuse();
        return proof.Ok();
    }

    private static Proof Of(PricedOrder order, IPricing pricing)
    {
        var recomputed = pricing.Recompute(order.Evidence);
        return new(order.Id, order.Totals, recomputed, order.Totals == recomputed, Json.Read<JsonElement>(order.Evidence.Text));
    }
}
