using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Tradepost.Benchmarks;

/// <summary>The list of orders in a shop that has a million: every kind of search, each request another one where it can be.</summary>
internal static class Orders
{
    private const int Count = 1_000_000;
    private const int Rounds = 20;
    private const double GoalMilliseconds = 1000;

    private static readonly (string Name, Func<int, string> Query)[] Kinds =
    [
        ("newest", _ => ""),
        ("by number", n => $"q=T-{900_000_000 + (n * 37_199 % Count)}"),
        ("by address", n => $"q=ada{n * 37_190 % Count / 10 * 10}%40example.com"),
        ("by name, rare", n => $"q=nowak+x{n * 31 % 977}"),
        ("by name, a tenth of all", n => $"q={(n % 2 == 0 ? "ada" : "grace")}"),
        ("by a word all have", n => n % 2 == 0 ? "q=example" : "q=sku"),
        ("by SKU", n => $"q=sku-{n * 7 % 500}"),
        ("by status, few", _ => "status=processing"),
        ("by status, most", _ => "status=delivered"),
        ("by payment", n => n % 2 == 0 ? "paymentStatus=partiallyRefunded" : "paymentStatus=paid"),
        ("by day", n => $"from=2025-0{1 + (n % 9)}-03&to=2025-0{1 + (n % 9)}-04"),
        ("by country", n => n % 2 == 0 ? "country=GR" : "country=US"),
        ("by tag", n => n % 2 == 0 ? "tag=vip" : "tag=wholesale"),
        ("by product", n => $"product={ProductId(n * 13 % 500)}"),
        ("by total", n => $"minTotal={100 + n}&maxTotal={101 + n}"),
        ("dearest first", n => n % 2 == 0 ? "sort=-total" : "sort=-total&status=shipped"),
        ("word, status and country", _ => "q=rossi&status=processing&country=DE"),
        ("page 400", _ => "page=400&pageSize=25"),
    ];

    public static async Task<IReadOnlyList<Row>> Run(Shop shop)
    {
        var started = Stopwatch.GetTimestamp();
        var database = new NpgsqlConnectionStringBuilder(shop.ConnectionString) { Database = "shop" };
        await ManyOrders.Write(database.ConnectionString, Count, default);
        Console.WriteLine($"{Count:N0} orders written in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s.");
        var rows = new List<Row>();
        foreach (var (name, query) in Kinds)
        {
            rows.Add(await Measure(shop, name, query));
        }

        return rows;
    }

    private static async Task<Row> Measure(Shop shop, string name, Func<int, string> query)
    {
        var times = new List<double>();
        for (var n = 0; n < Rounds; n++)
        {
            var begun = Stopwatch.GetTimestamp();
            await shop.Call("GET", "admin/orders?" + query(n), asAdmin: true);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        times.Sort();
        var (p95, median) = (times[(int)(times.Count * 0.95)], times[times.Count / 2]);
        return new Row(
            $"orders, {name}", string.Create(CultureInfo.InvariantCulture, $"p95 {p95:0.0} ms, p50 {median:0.0} ms"),
            $"{GoalMilliseconds} ms", Suite.Number(p95 / GoalMilliseconds), "p95 ≤ 1 s", p95 <= GoalMilliseconds);
    }

    // As the generator makes them: md5('product' || n).
    private static string ProductId(int n)
    {
#pragma warning disable CA5351 // a name for test data, nothing secret
        var hash = MD5.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"product{n}")));
#pragma warning restore CA5351
        return new Guid(hash, bigEndian: true).ToString();
    }
}
