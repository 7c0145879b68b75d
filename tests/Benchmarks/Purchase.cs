using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Tradepost.Benchmarks;

/// <summary>A whole guest purchase, from an empty cart to a paid order, against pgbench writing as much.</summary>
internal static class Purchase
{
    private const int Shoppers = 8;
    private const double Goal = 0.06;
    private const double MostForAnOrder = 60;
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(15); // until the hot code is compiled for good
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(10);

    public static async Task<IReadOnlyList<Row>> Run(Shop shop)
    {
        var variants = await Variants(shop);
        var orders = new ConcurrentQueue<double>();
        Task Once(RawClient client, int number) => Buy(client, variants[number % variants.Count], number, orders);
        await Load.For(Warming, Shoppers, shop.Server, Once);
        orders.Clear();
        var ours = await Load.For(Time, Shoppers, shop.Server, Once);
        var placing = new Result(orders.Count, ours.Seconds, [.. orders.Order()]);
        var limit = await PgBench.Checkout(shop, Shoppers);
        return
        [
            new Row($"guest purchase, {Shoppers} shoppers", $"{Suite.Number(ours.PerSecond)} flows/s, p99 {ours.P(0.99):0} ms",
                limit is null ? "pgbench is not installed" : $"{Suite.Number(limit.Value)}/s pgbench", limit is null ? "–"
                    : Suite.Number(ours.PerSecond / limit.Value),
                $"≥ {Suite.Number(Goal)}", limit is not null && ours.PerSecond / limit >= Goal),
            new Row($"placing the order, {Shoppers} shoppers", $"p50 {placing.P(0.5):0} ms, p99 {placing.P(0.99):0} ms",
                $"{MostForAnOrder:0} ms", Suite.Number(placing.P(0.99) / MostForAnOrder), "≤ 1", placing.P(0.99) <= MostForAnOrder),
        ];
    }

    /// <summary>Variants of a hundred products.</summary>
    public static async Task<IReadOnlyList<string>> Variants(Shop shop)
    {
        var page = await shop.Call("GET", "products?pageSize=100&sort=newest");
        return [.. page["items"]!.AsArray().Select(item => item!["defaultVariantId"]!.GetValue<string>())];
    }

    /// <summary>Cart, line, address, delivery: everything before the order.</summary>
    public static async Task<(string Cart, string Option)> FillCart(RawClient client, string variant)
    {
        var cart = (await Ok(client.Call("POST", "/api/v1/carts", "{}")))["id"]!.GetValue<string>();
        await Ok(client.Call("POST", $"/api/v1/carts/{cart}/lines", $$"""{"variantId":"{{variant}}","quantity":1}"""));
        const string Place = """{"country":"US","state":"CA","postalCode":"94105","city":"San Francisco"}""";
        await Ok(client.Call("PUT", $"/api/v1/carts/{cart}/address", Place));
        var options = await Ok(client.Call("GET", $"/api/v1/carts/{cart}/shipping-options"));
        var option = options[0]!["id"]!.GetValue<string>();
        await Ok(client.Call("PUT", $"/api/v1/carts/{cart}/shipping-option", $$"""{"id":"{{option}}"}"""));
        return (cart, option);
    }

    /// <summary>The body of an order.</summary>
    public static string OrderBody(string cart, string option, int number) =>
        $$$"""
        {"cartId":"{{{cart}}}","email":"buyer{{{number}}}@example.com","name":"Bench Buyer","shippingOptionId":"{{{option}}}",
         "paymentMethod":"card",
         "shippingAddress":{"name":"Bench Buyer","line1":"1 Market Street","city":"San Francisco","state":"CA",
         "postalCode":"94105","country":"US"}}
        """;

    private static async Task Buy(RawClient client, string variant, int number, ConcurrentQueue<double> orders)
    {
        var (cart, option) = await FillCart(client, variant);
        var begun = Stopwatch.GetTimestamp();
        var order = await Ok(client.Call("POST", "/api/v1/orders", OrderBody(cart, option, number), ("Idempotency-Key", cart)));
        orders.Enqueue(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        var (id, token) = (order["id"]!.GetValue<string>(), order["accessToken"]!.GetValue<string>());
        var paid = await Ok(client.Call(
            "POST", "/api/v1/payments", $$$"""{"orderId":"{{{id}}}","method":"card","details":{"number":"4242424242424242"}}""",
            ("Idempotency-Key", id), ("X-Order-Token", token)));
        if (paid["status"]!.GetValue<string>() != "paid")
        {
            throw new InvalidOperationException($"the payment is {paid["status"]}");
        }
    }

    private static async Task<JsonNode> Ok(Task<(int Status, string Body)> call)
    {
        var (status, body) = await call;
        return status < 300 ? JsonNode.Parse(body)! : throw new InvalidOperationException($"{status}: {body}");
    }
}
