using System.Text.Json.Nodes;
using Tradepost.Contracts;
using Tradepost.IntegrationTests.Harness;
using static Tradepost.IntegrationTests.Pricing.Shipping.ShippingRequests;

namespace Tradepost.IntegrationTests.Pricing.Shipping;

/// <summary>Zones, limits and origins of methods as staff set them, and options that follow at once.</summary>
public sealed class ShippingZoneTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private static readonly Destination Reykjavik = new("IS", null, "101", null);

    [Fact]
    public async Task Zones_take_effect_at_once_in_their_order_and_come_back_as_they_were_sent()
    {
        var (admin, path) = (await shop.AdminClient(), await shop.Method("zoned", "IS", "FO"));
        Assert.Equal(999, (await shop.Asked("zoned", Reykjavik))!.Price.Minor);

        var put = (await admin.Put(path + "/zones", new
        {
            zones = new object[]
            {
                Flat("Capital", 300, "IS:101", "is:10*"),
                new
                {
                    name = "Island", places = new[] { "IS" }, basis = "weight", neverFree = true, estimatedDays = new { min = 5, max = 9 },
                    rates = new object[] { new { maxGrams = 500, price = Json(700) }, new { maxGrams = 2000, price = Json(1100) } },
                },
                new
                {
                    name = "Else", basis = "price", rates = new object[]
                    {
                        new { maxGoods = Json(5000), price = Json(900) }, new { price = Json(0) },
                    },
                },
            },
        })).Is(200);
        Assert.Equal("\"2\"", put.Headers.ETag!.Tag);
        var detail = (await admin.Get(path)).Is(200).Json;
        Assert.Equal(put.Json.ToJsonString(), detail.ToJsonString());
        Assert.Equal(["Capital", "Island", "Else"], detail.Names());
        Assert.Equal(["IS:101", "IS:10*"], detail["zones"]![0]!["places"]!.AsArray().Select(place => place!.GetValue<string>()));
        Assert.Null(detail["zones"]![2]!["places"]);
        Assert.Equal(3, detail["method"]!["zoneCount"]!.GetValue<int>());

        Assert.Equal(300, (await shop.Asked("zoned", Reykjavik))!.Price.Minor);
        var island = await shop.Asked("zoned", new("IS", null, "600", null), 501);
        Assert.Equal((1100, 5, 9), (island!.Price.Minor, island.EstimatedDays.Min, island.EstimatedDays.Max));
        Assert.Null(await shop.Asked("zoned", new("IS", null, "600", null), 2001));
        Assert.Equal(900, (await shop.Asked("zoned", new("FO", null, null, null)))!.Price.Minor);
        Assert.Equal(0, (await shop.Asked("zoned", new("FO", null, null, null), price: 5001))!.Price.Minor);
        Assert.Null(await shop.Asked("zoned", new("NO", null, null, null))); // the method's countries still hold

        (await admin.Put(path + "/zones", new { zones = Array.Empty<object>() })).Is(200);
        Assert.Equal(999, (await shop.Asked("zoned", Reykjavik))!.Price.Minor);
    }

    [Fact]
    public async Task Every_fault_of_zones_is_named_and_nothing_is_taken()
    {
        var (admin, path) = (await shop.AdminClient(), await shop.Method("faulty-zones", "IS"));
        (await admin.Put(path + "/zones", new { zones = new[] { Flat("Before", 1, "IS") } })).Is(200);
        var faulty = (await admin.Put(path + "/zones", JsonNode.Parse(
            """
            {"zones": [
              {"name": "A", "places": ["IS", "Mars"], "basis": "flat"},
              {"name": "a", "places": [], "basis": "weight", "rates": [
                {"maxGrams": 500}, {"maxGrams": 500, "price": {"minor": 1, "currency": "EUR"}}]},
              {"basis": "magic", "freeOver": {"minor": -1, "currency": "USD"}, "estimatedDays": {"min": 3, "max": 1}},
              {"name": "P", "basis": "price", "rates": [{"maxGrams": 1, "price": {"minor": 1, "currency": "USD"}}]},
              null]}
            """))).Is(400);
        Assert.Equal(
            [
                "zones[0].basePrice", "zones[0].places[1]", "zones[1].name", "zones[1].rates[0].price", "zones[1].rates[1].maxGrams",
                "zones[1].rates[1].price", "zones[2].basis", "zones[2].estimatedDays.max", "zones[2].freeOver", "zones[2].name",
                "zones[3].rates[0]", "zones[4]",
            ],
            faulty.Faulty.Order(StringComparer.Ordinal));
        Assert.Equal(["Before"], (await admin.Get(path)).Json.Names());
        Assert.Equal(["zones"], (await admin.Put(path + "/zones", new { })).Is(400).Faulty);
    }

    [Fact]
    public async Task A_stale_edit_an_unknown_method_and_strangers_are_refused()
    {
        var (admin, path) = (await shop.AdminClient(), await shop.Method("guarded", "IS"));
        object body = new { zones = new[] { Flat("A", 1, "IS") } };
        (await admin.Put(path + "/zones", body, ("If-Match", "\"1\""))).Is(200);
        (await admin.Put(path + "/zones", body, ("If-Match", "\"1\""))).Is(412);
        var nowhere = "admin/shipping-methods/" + Guid.CreateVersion7();
        Assert.Equal("pricing.shipping_method_not_found", (await admin.Get(nowhere)).Is(404).Code);
        (await admin.Put(nowhere + "/zones", body)).Is(404);
        (await admin.Post(nowhere + "/rates", Csv("zone,max_weight,price\n1,1,1\n"))).Is(404);
        (await admin.Post(nowhere + "/rates?dryRun=true", Csv("zone,max_weight,price\n1,1,1\n"))).Is(404);

        var (customer, _, _) = await shop.CustomerClient();
        using var nobody = shop.Client();
        (await customer.Put(path + "/zones", body)).Is(403);
        (await customer.Post(path + "/rates", Csv("x"))).Is(403);
        (await nobody.Get(path)).Is(401);
    }

    [Fact]
    public async Task Two_edits_at_once_leave_the_zones_of_one_of_them()
    {
        var (admin, path) = (await shop.AdminClient(), await shop.Method("raced", "IS"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => admin.Put(
            path + "/zones", new { zones = Enumerable.Range(0, 20).Select(z => Flat($"{i}.{z}", i, "IS")) }, ("If-Match", "\"1\""))));
        Assert.Equal([200, 412, 412, 412, 412, 412], answers.Select(answer => answer.Status).Order());
        var names = (await admin.Get(path)).Json.Names();
        Assert.Equal((20, 1), (names.Length, names.Select(name => name[0]).Distinct().Count()));
    }

    [Fact]
    public async Task Limits_divisor_and_origin_are_kept_cleared_and_checked()
    {
        var (admin, path) = (await shop.AdminClient(), await shop.Method("limited", "IS"));
        var home = (await admin.Get("admin/locations")).Json["items"]![0]!["id"]!.GetValue<string>();
        var edited = (await admin.Patch(path, new
        {
            volumetricDivisor = 5000, maxWeightGrams = 30_000, maxSideMm = 1200, maxGirthMm = 3000, originLocationId = home,
        })).Is(200).Json;
        Assert.Equal((5000, 30_000, home), (
            edited["volumetricDivisor"]!.GetValue<int>(), edited["maxWeightGrams"]!.GetValue<int>(),
            edited["originLocationId"]!.GetValue<string>()));
        Assert.NotNull(await shop.Asked("limited", Reykjavik, 30_000));
        Assert.Null(await shop.Asked("limited", Reykjavik, 30_001));

        (await admin.Patch(path, new { name = "Still limited" })).Is(200);
        Assert.Null(await shop.Asked("limited", Reykjavik, 30_001));
        (await admin.Patch(path, JsonNode.Parse("""{"maxWeightGrams": null}"""))).Is(200);
        Assert.NotNull(await shop.Asked("limited", Reykjavik, 30_001));

        Assert.Equal(["originLocationId"], (await admin.Patch(path, new { originLocationId = Guid.CreateVersion7() })).Is(400).Faulty);
        Assert.Equal(
            ["maxGirthMm", "maxSideMm", "volumetricDivisor"],
            (await admin.Patch(path, new { volumetricDivisor = 0, maxSideMm = -1, maxGirthMm = 0 })).Is(400).Faulty
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_method_that_goes_takes_its_zones_along()
    {
        var (admin, path) = (await shop.AdminClient(), await shop.Method("passing", "IS"));
        (await admin.Put(path + "/zones", new { zones = new[] { Flat("A", 1, "IS") } })).Is(200);
        (await admin.Delete(path)).Is(204);
        (await admin.Get(path)).Is(404);
    }
}
