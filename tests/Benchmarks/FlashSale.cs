using System.Diagnostics;

namespace Tradepost.Benchmarks;

/// <summary>300 buyers with full carts, 100 units, all at once.</summary>
internal static class FlashSale
{
    private const int Buyers = 300;
    private const int Stock = 100;
    private const double GoalSeconds = 3;

    public static async Task<IReadOnlyList<Row>> Run(Shop shop)
    {
        var product = await shop.Call(
            "POST", "admin/products",
            $$$"""{"name":"Flash sale","price":{"minor":4900,"currency":"USD"},"sku":"FLASH","stock":{{{Stock}}},"weightGrams":300}""",
            asAdmin: true);
        var variant = product["variants"]![0]!["id"]!.GetValue<string>();
        var clients = Enumerable.Range(0, Buyers).Select(_ => new RawClient(shop.Server)).ToList();
        var carts = new List<(string Cart, string Option)>();
        foreach (var client in clients)
        {
            carts.Add(await Purchase.FillCart(client, variant));
        }

        var started = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(clients.Select((client, number) => Task.Run(() => client.Call(
            "POST", "/api/v1/orders", Purchase.OrderBody(carts[number].Cart, carts[number].Option, number),
                ("Idempotency-Key", carts[number].Cart)))));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        clients.ForEach(client => client.Dispose());
        var orders = answers.Count(answer => answer.Status == 201);
        var refusals = answers.Count(answer => answer.Status == 409
            && answer.Body.Contains("inventory.insufficient", StringComparison.Ordinal));
        return
        [
            new Row($"flash sale, {Buyers} buyers, stock {Stock}", $"{orders} orders, {refusals} refusals, {seconds:0.00} s",
                $"{GoalSeconds} s",
                Suite.Number(seconds / GoalSeconds), "100 + 200 in ≤ 3 s", orders == Stock && refusals == Buyers - Stock
                    && seconds <= GoalSeconds),
        ];
    }
}
