using System.Collections.Concurrent;
using System.Diagnostics;

namespace Tradepost.Benchmarks;

/// <summary>
/// A thousand buyers with full carts and one product with 500 units, against pgbench taking units of one row by as many connections.
/// </summary>
internal static class HotSku
{
    private const int Buyers = 1000;
    private const int Stock = 500;
    private const int Connections = 8;

    public static async Task<IReadOnlyList<Row>> Run(Shop shop)
    {
        var others = await Purchase.Variants(shop); // before there are new ones that sell out
        await Sell(shop, [await Thing(shop, "WARM")], 60); // code compiled, connections open, plans made
        var (orders, refusals, selling, all) = await Sell(shop, [await Thing(shop, "HOT")], Buyers);
        var many = await Sell(shop, others, Stock);
        var limit = await PgBench.HotRow(shop, Connections);
        var rate = orders / selling;
        return
        [
            new Row($"hot SKU, {Buyers:N0} buyers, stock {Stock}, {Connections} connections",
                $"{Suite.Number(rate)} orders/s ({Suite.Number(many.Orders / many.Selling)} of a hundred products); "
                    + $"{orders} orders, {refusals} refusals in {all:0.00} s",
                limit is null ? "pgbench is not installed" : $"{Suite.Number(limit.Value)}/s pgbench, hot row",
                limit is null ? "–" : Suite.Number(rate / limit.Value), "≥ 0.3, exactly 500 + 500",
                orders == Stock && refusals == Buyers - Stock && rate >= limit * 0.3),
        ];
    }

    // Orders are counted until the last one, refusals until the end: they are what is left when the shelf is empty.
    private static async Task<(int Orders, int Refusals, double Selling, double All)> Sell(
        Shop shop, IReadOnlyList<string> variants, int buyers)
    {
        var carts = new ConcurrentQueue<(string Cart, string Option)>();
        await Each(shop, buyers, async (client, number) =>
            carts.Enqueue(await Purchase.FillCart(client, variants[number % variants.Count])));
        var (orders, refusals, last, started) = (0, 0, 0L, Stopwatch.GetTimestamp());
        await Each(shop, buyers, async (client, number) =>
        {
            carts.TryDequeue(out var cart);
            var (status, body) = await client.Call(
                "POST", "/api/v1/orders", Purchase.OrderBody(cart.Cart, cart.Option, number), ("Idempotency-Key", cart.Cart));
            if (status == 201)
            {
                Interlocked.Increment(ref orders);
                Interlocked.Exchange(ref last, Stopwatch.GetTimestamp());
            }
            else if (status == 409 && body.Contains("inventory.insufficient", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref refusals);
            }
        });
        return (orders, refusals, Stopwatch.GetElapsedTime(started, last).TotalSeconds, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static async Task<string> Thing(Shop shop, string name)
    {
        var product = await shop.Call(
            "POST", "admin/products",
            $$$"""{"name":"{{{name}}}","price":{"minor":4900,"currency":"USD"},"sku":"{{{name}}}","stock":{{{Stock}}},"weightGrams":300}""",
            asAdmin: true);
        return product["variants"]![0]!["id"]!.GetValue<string>();
    }

    private static Task Each(Shop shop, int count, Func<RawClient, int, Task> work)
    {
        var next = -1;
        return Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            using var client = new RawClient(shop.Server);
            for (var number = Interlocked.Increment(ref next); number < count; number = Interlocked.Increment(ref next))
            {
                await work(client, number);
            }
        })));
    }
}
