using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Numerics;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Pricing;
using Tradepost.IntegrationTests.Harness;
using static Tradepost.IntegrationTests.Pricing.Shipping.ShippingRequests;

namespace Tradepost.IntegrationTests.Pricing.Shipping;

/// <summary>
/// The published prices of the United States Postal Service and its zones from one origin, against a plain reading of the same files:
/// whole rows in a list, looked through from the top, in integers.
/// </summary>
public sealed class UspsTableTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private const string Prices = "reference/usps_notice123_2025-10-05_rates.csv";
    private const string Zones = "reference/usps_zone_chart_2016.csv.gz";
    private const string Origin = "005"; // Holtsville, NY: prefixes with leading zeros, and five-digit exceptions

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ground_advantage_retail")]
    [InlineData("priority_mail_retail")]
    public async Task Imported_tables_answer_as_the_published_ones_do(string service)
    {
        var (prices, chart) = (await File.ReadAllTextAsync(SharedData.Path(Prices), Stop), await Unpacked());
        var code = service.Replace('_', '-');
        var (admin, path) = (await shop.AdminClient(), await shop.Method(code, "US"));
        var rates = (await admin.Post(
            $"{path}/rates?weightColumn=max_weight_lb&weightUnit=lb&priceColumn=price_usd&filterColumn=service&filterValue={service}",
            Csv(prices))).Is(200).Json;
        Assert.Equal((1998, 666), (rates["rows"]!.GetValue<int>(), rates["used"]!.GetValue<int>()));
        var zones = (await admin.Post(
            $"{path}/zones?fromColumn=dest_from&toColumn=dest_to&country=US&filterColumn=origin_zip3&filterValue={Origin}",
            Csv(chart))).Is(200).Json;
        Assert.Equal(9, zones["zones"]!.AsArray().Count);

        var (published, ranges, chance) = (Published(prices, service), Ranges(chart), new Random(123));
        var (priced, refused) = (0, 0);
        for (var i = 0; i < 4000; i++)
        {
            var exception = ranges[chance.Next(ranges.Length)];
            var zip = chance.Next(4) == 0 && exception.From.Length == 5
                ? chance.Next(int.Parse(exception.From, null), int.Parse(exception.To, null) + 1).ToString("00000", null)
                : chance.Next(100_000).ToString("00000", null);
            var grams = chance.Next(3) == 0 ? chance.Next(1, 1000) : chance.Next(1, 33_000);
            var expected = Expected(zip, grams, ranges, published);
            var asked = (await shop.Asked(code, new("US", null, zip, null), grams))?.Price.Minor;
            Assert.True(expected == asked, $"{zip}, {grams} g: published {expected}, asked {asked}");
            _ = expected is null ? refused++ : priced++;
        }

        Assert.True(priced > 2000 && refused > 50, $"{priced} priced, {refused} refused");
    }

    [Fact]
    public async Task A_quote_over_all_imported_ranges_and_rates_takes_microseconds()
    {
        var (prices, chart) = (await File.ReadAllTextAsync(SharedData.Path(Prices), Stop), await Unpacked());
        var (admin, path) = (await shop.AdminClient(), await shop.Method("measured", "US"));
        (await admin.Post(path + "/rates?weightColumn=max_weight_lb&weightUnit=lb&priceColumn=price_usd&filterColumn=service"
            + "&filterValue=ground_advantage_retail", Csv(prices))).Is(200);
        (await admin.Post($"{path}/zones?fromColumn=dest_from&toColumn=dest_to&country=US&filterColumn=origin_zip3&filterValue={Origin}",
            Csv(chart))).Is(200);
        var pricing = shop.Services.GetRequiredService<IPricing>();
        await pricing.ShippingOptions(Basket(new("US", null, "96950", null)), Stop);

        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < 10_000; i++)
        {
            await pricing.ShippingOptions(Basket(new("US", null, $"{i * 9:00000}", null), i), Stop);
        }

        // A generous bound for a busy machine: a search from the top of such tables would take many times as long.
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5), $"{Stopwatch.GetElapsedTime(started)} for 10,000");
    }

    // The longest range that holds the code; then the first row, by weight, that takes these grams.
    private static long? Expected(string zip, int grams, (string From, string To, string Zone)[] ranges, Row[] rows)
    {
        var zone = ranges.Where(range => int.Parse(zip[..range.From.Length], null) is var part
                && part >= int.Parse(range.From, null) && part <= int.Parse(range.To, null))
            .OrderByDescending(range => range.From.Length).Select(range => range.Zone).FirstOrDefault();
        return rows.Where(row => row.Zone == zone && row.Grams >= grams).OrderBy(row => row.Pounds10000).Select(row => (long?)row.Cents)
            .FirstOrDefault();
    }

    private static Row[] Published(string csv, string service) =>
    [
        .. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Trim().Split(','))
            .Where(cells => cells[0] == service)
            .Select(cells => new Row(cells[2], Scaled(cells[1], 4), (long)Scaled(cells[3], 2))),
    ];

    private static (string From, string To, string Zone)[] Ranges(string csv) =>
    [
        .. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().Split(','))
            .Where(cells => cells[0] == Origin).Select(cells => (cells[1], cells[2], cells[3])),
    ];

    private static BigInteger Scaled(string text, int digits)
    {
        var parts = text.Split('.');
        return BigInteger.Parse(parts[0] + (parts.Length > 1 ? parts[1] : "").PadRight(digits, '0'), CultureInfo.InvariantCulture);
    }

    private static async Task<string> Unpacked()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedData.Path(Zones)), CompressionMode.Decompress));
        return await reader.ReadToEndAsync(Stop);
    }

    // Whole grams that hold the pounds: pounds × 10⁴ times 45,359,237 over 10⁹, rounded up.
    private sealed record Row(string Zone, BigInteger Pounds10000, long Cents)
    {
        public long Grams => (long)(((Pounds10000 * 45_359_237) + 999_999_999) / 1_000_000_000);
    }
}
