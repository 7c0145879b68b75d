namespace Tradepost.Benchmarks;

/// <summary>Putting something into a cart: a small one, and one that holds a hundred lines.</summary>
internal static class Carts
{
    private const int Connections = 8;
    private const int Lines = 100;
    private const double Bound = 30;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(8);

    public static async Task<IReadOnlyList<Row>> Run(Shop shop)
    {
        var variants = await Purchase.Variants(shop);
        await Small(shop, variants, TimeSpan.FromSeconds(2));
        var small = await Small(shop, variants, Time);
        var large = await Large(shop, variants);
        return
        [
            Line($"add to a cart of one line, {Connections} connections", small, ""),
            Line($"add to a cart of {Lines} lines, {Connections} connections", large,
                $", {large.P(0.5) / small.P(0.5):0.0} × the small one"),
        ];
    }

    private static Row Line(string name, Result result, string more) => new(
        name, $"p50 {result.P(0.5):0.0} ms, p95 {result.P(0.95):0.0} ms{more}", $"{Bound:0} ms", Suite.Number(result.P(0.95) / Bound),
        $"p95 ≤ {Bound:0} ms", result.P(0.95) <= Bound);

    private static async Task<Result> Small(Shop shop, IReadOnlyList<string> variants, TimeSpan time)
    {
        var carts = await Fill(shop, variants, 1);
        return await Add(shop, variants, carts, 1, time);
    }

    private static async Task<Result> Large(Shop shop, IReadOnlyList<string> variants)
    {
        var carts = await Fill(shop, variants, Lines);
        return await Add(shop, variants, carts, Lines, Time);
    }

    // Each connection has carts of its own, so that it is the cart that is measured and not its lock.
    private static Task<Result> Add(Shop shop, IReadOnlyList<string> variants, List<string> carts, int lines, TimeSpan time) =>
        Load.For(time, Connections, shop.Server, async (client, number) =>
        {
            var cart = carts[number % carts.Count];
            var line = $$"""{"variantId":"{{variants[number / carts.Count % lines]}}","quantity":1}""";
            var (status, answer) = await client.Call("POST", $"/api/v1/carts/{cart}/lines", line);
            if (status is not (200 or 409 or 400))
            {
                throw new InvalidOperationException($"{status}: {answer}");
            }
        });

    private static async Task<List<string>> Fill(Shop shop, IReadOnlyList<string> variants, int lines)
    {
        var carts = new List<string>();
        for (var i = 0; i < Connections * 2; i++)
        {
            var cart = (await shop.Call("POST", "carts", "{}"))["id"]!.GetValue<string>();
            for (var line = 0; line < lines; line++)
            {
                await shop.Call("POST", $"carts/{cart}/lines", $$"""{"variantId":"{{variants[line]}}","quantity":1}""");
            }

            carts.Add(cart);
        }

        return carts;
    }
}
