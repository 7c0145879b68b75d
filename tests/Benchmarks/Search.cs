namespace Tradepost.Benchmarks;

/// <summary>Search with queries that never repeat, so that nothing remembered can answer.</summary>
internal static class Search
{
    private const int Connections = 8;
    private const double GoalMilliseconds = 50;
    private static readonly string[] Words = ["wireless", "compact", "laptop", "monitor", "silent keyboard", "office printer", "aldra",
        "borea mouse", "bright tablet", "charger"];

    public static async Task<IReadOnlyList<Row>> Run(Shop shop)
    {
        await Phase(shop, TimeSpan.FromSeconds(2), 1_000_000);
        var result = await Phase(shop, TimeSpan.FromSeconds(8), 0);
        var p95 = result.P(0.95);
        return
        [
            new Row($"search, distinct queries, {Connections} connections",
                $"p95 {p95:0.0} ms, p50 {result.P(0.5):0.0} ms, {Suite.Number(result.PerSecond)}/s",
                $"{GoalMilliseconds} ms", Suite.Number(p95 / GoalMilliseconds), "p95 ≤ 50 ms", p95 <= GoalMilliseconds),
        ];
    }

    private static Task<Result> Phase(Shop shop, TimeSpan time, int from) =>
        Load.For(time, Connections, shop.Server, async (client, number) =>
    {
        var query = Uri.EscapeDataString($"{Words[number % Words.Length]} {(from + number) % 997} {from + number}");
        var (status, _) = await client.Send(RawClient.Prepare(shop.Server, "GET", $"/api/v1/products?q={query}&pageSize=24"));
        if (status != 200)
        {
            throw new InvalidOperationException($"search answered {status}");
        }
    });
}
