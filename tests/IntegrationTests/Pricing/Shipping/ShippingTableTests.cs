using System.Text.Json.Nodes;
using Tradepost.Contracts;
using Tradepost.IntegrationTests.Harness;
using static Tradepost.IntegrationTests.Pricing.Shipping.ShippingRequests;

namespace Tradepost.IntegrationTests.Pricing.Shipping;

/// <summary>CSV files in place of a method's prices and places: all of it or nothing.</summary>
public sealed class ShippingTableTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private const string Rates = "zone,max_weight,price\n1,1,4.00\n1,2,5.50\n2,1,6.00\n";
    private const string Chart = "zone,from,to\n1,100,199\n2,200,\n2,15000,15099\n";

    [Fact]
    public async Task A_dry_run_says_what_would_be_and_changes_nothing_and_the_real_run_does_it_at_once()
    {
        var (admin, path) = (await shop.AdminClient(), await shop.Method("tables", "IS"));
        var dry = (await admin.Post(path + "/rates?dryRun=true", Csv(Rates))).Is(200).Json;
        Assert.False(dry["applied"]!.GetValue<bool>());
        Assert.Equal((3, 3, 0), (Number(dry, "rows"), Number(dry, "used"), Number(dry, "errorCount")));
        Assert.Equal((2, true), (Number(dry["zones"]![0]!, "entries"), dry["zones"]![0]!["isNew"]!.GetValue<bool>()));
        Assert.Empty((await admin.Get(path)).Json.Names());

        var done = (await admin.Post(path + "/rates", Csv(Rates), ("If-Match", "\"1\""))).Is(200);
        Assert.Equal(("\"2\"", true), (done.Headers.ETag!.Tag, done.Json["applied"]!.GetValue<bool>()));
        Assert.Null(await shop.Asked("tables", new("IS", null, "150", null))); // prices, but no places yet

        (await admin.Post(path + "/zones?country=IS", Csv(Chart), ("If-Match", "\"1\""))).Is(412);
        (await admin.Post(path + "/zones?country=IS", Csv("zone,from,to\n1,100,199\n2,200,\n2,151,\n"), ("If-Match", "\"2\""))).Is(400);
        (await admin.Post(path + "/zones?country=IS", Csv("zone,from,to\n1,100,199\n2,200,\n"))).Is(200);
        Assert.Equal(400, (await shop.Asked("tables", new("IS", null, "150", null), 1000))!.Price.Minor);
        Assert.Equal(550, (await shop.Asked("tables", new("IS", null, "150", null), 1001))!.Price.Minor);
        Assert.Equal(600, (await shop.Asked("tables", new("IS", null, "200", null)))!.Price.Minor);
        Assert.Null(await shop.Asked("tables", new("IS", null, "200", null), 1001));
        Assert.Null(await shop.Asked("tables", new("IS", null, "300", null)));
    }

    [Fact]
    public async Task A_file_with_a_faulty_row_is_refused_whole_and_each_row_is_named()
    {
        var (admin, path) = (await shop.AdminClient(), await shop.Method("half", "IS"));
        (await admin.Post(path + "/rates", Csv(Rates))).Is(200);
        const string Faulty = "zone,max_weight,price\n1,1,7.00\n1,2,seven\n1,-1,8.00\n";
        var refused = (await admin.Post(path + "/rates", Csv(Faulty))).Is(400);
        Assert.Equal("pricing.file_rejected", refused.Code);
        Assert.Equal(
            [(3, "price"), (4, "max_weight")],
            refused.Json["rows"]!.AsArray().Select(row => (Number(row!, "line"), Text(row!, "column"))));
        var zones = (await admin.Get(path)).Json["zones"]!.AsArray();
        Assert.Equal(400, zones[0]!["rates"]![0]!["price"]!["minor"]!.GetValue<int>());

        var dry = (await admin.Post(path + "/rates?dryRun=true", Csv(Faulty))).Is(200).Json;
        Assert.Equal((2, 2), (Number(dry, "errorCount"), dry["errors"]!.AsArray().Count));
        var many = string.Concat("zone,max_weight,price\n", string.Concat(Enumerable.Repeat("1,1,x\n", 250)));
        Assert.Equal((250, 100), ((await admin.Post(path + "/rates?dryRun=true", Csv(many))).Json is var all
            ? (Number(all, "errorCount"), all["errors"]!.AsArray().Count)
            : default));
    }

    [Fact]
    public async Task Columns_queries_and_bodies_that_do_not_fit_are_named()
    {
        var (admin, path) = (await shop.AdminClient(), await shop.Method("unfit", "IS"));
        Assert.Equal(
            ["priceColumn", "weightUnit"],
            (await admin.Post(path + "/rates?priceColumn=usd&weightUnit=stone", Csv(Rates))).Is(400).Faulty.Order(StringComparer.Ordinal));
        Assert.Equal(["country"], (await admin.Post(path + "/zones", Csv(Chart))).Is(400).Faulty);
        Assert.Equal(["dryRun"], (await admin.Post(path + "/rates?dryRun=maybe", Csv(Rates))).Is(400).Faulty);
        (await admin.Post(path + "/rates", new { zone = "1" })).Is(415);
        (await admin.Post(path + "/rates", Csv("zone,max_weight,price\n" + new string('x', 9 << 20)), ("Expect", "100-continue"))).Is(413);
    }

    [Fact]
    public async Task Hostile_text_in_a_file_is_kept_as_text_or_refused_and_never_breaks_the_shop()
    {
        var (admin, path) = (await shop.AdminClient(), await shop.Method("hostile", "IS"));
        const string Name = "'); drop table pricing.shipping_zones; --";
        (await admin.Post(path + "/rates", Csv($"zone,max_weight,price\n\"{Name}\",1,1\n=1+1,1,1\n"))).Is(200);
        Assert.Equal([Name, "=1+1"], (await admin.Get(path)).Json.Names().Order(StringComparer.Ordinal));
        (await admin.Post(path + "/rates", Csv("zone,max_weight,price\nA\0B,1,1\n"))).Is(400);
        (await admin.Post(path + "/rates", Csv("\0\0\0"))).Is(400);
        (await admin.Post(path + "/rates", Csv("zone,max_weight,price\n\"never closed,1,1\n"))).Is(400);
        Assert.Equal(2, (await admin.Get(path)).Json.Names().Length);
    }

    private static int Number(JsonNode json, string name) => json[name]!.GetValue<int>();

    private static string Text(JsonNode json, string name) => json[name]!.GetValue<string>();
}
