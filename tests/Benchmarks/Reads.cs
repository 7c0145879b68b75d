using System.Globalization;

namespace Tradepost.Benchmarks;

/// <summary>Listing and product pages for anonymous visitors, against bare Kestrel answering the same bytes.</summary>
internal static class Reads
{
    private const int Connections = 32;
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(6);

    public static async Task<IReadOnlyList<Row>> Run(Shop shop)
    {
        var list = await shop.Call("GET", "categories");
        var slug = list[0]!["children"]![0]!["slug"]!.GetValue<string>();
        var listing = $"products?category={Uri.EscapeDataString(slug)}&pageSize=24";
        var product = (await shop.Call("GET", listing))["items"]![0]!["slug"]!.GetValue<string>();
        return [await Against(shop, "listing of 24 in a category", listing), await Against(shop, "product page", $"products/{product}")];
    }

    private static async Task<Row> Against(Shop shop, string name, string path)
    {
        var body = (await BodyOf(shop, path))!;
        var file = Path.Combine(shop.Folder, "bare.json");
        await File.WriteAllTextAsync(file, body);
        var port = Shop.FreePort();
        var bare = shop.Launch([Environment.ProcessPath!, typeof(Reads).Assembly.Location, "bare",
            port.ToString(CultureInfo.InvariantCulture), file]);
        var bareServer = new Uri($"http://127.0.0.1:{port}");
        await Up(bareServer);

        // Taken in turns, so that a busy moment of the machine meets both.
        await Load.Get(Warm, Connections, shop.Server, "/api/v1/" + path);
        await Load.Get(Warm, Connections, bareServer, "/");
        var ours = await Load.Get(Time / 2, Connections, shop.Server, "/api/v1/" + path);
        var limit = await Load.Get(Time / 2, Connections, bareServer, "/");
        var oursAgain = await Load.Get(Time / 2, Connections, shop.Server, "/api/v1/" + path);
        var limitAgain = await Load.Get(Time / 2, Connections, bareServer, "/");
        bare.Kill();
        var (figure, most) = ((ours.PerSecond + oursAgain.PerSecond) / 2, (limit.PerSecond + limitAgain.PerSecond) / 2);
        return new Row(
            $"{name}, {body.Length / 1024.0:0.0} KB, {Connections} connections", $"{Suite.Number(figure)}/s, p99 {ours.P(0.99):0.0} ms",
            $"{Suite.Number(most)}/s bare Kestrel", Suite.Number(figure / most), "≥ 0.3", figure / most >= 0.3);
    }

    private static async Task<string?> BodyOf(Shop shop, string path)
    {
        using var client = new RawClient(shop.Server);
        return (await client.Call("GET", "/api/v1/" + path)).Body;
    }

    private static async Task Up(Uri server)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var client = new RawClient(server);
                await client.Call("GET", "/");
                return;
            }
            catch (System.Net.Sockets.SocketException) when (attempt < 200)
            {
                await Task.Delay(50);
            }
        }
    }
}
