using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Inventory;

/// <summary>Stock as staff see and correct it, over HTTP.</summary>
public sealed class StaffStockTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private readonly Shelf shelf = new(shop);

    private async Task<Answer> Adjust(object body) => await (await shop.AdminClient()).Post("admin/inventory/adjustments", body);

    [Fact]
    public async Task A_correction_answers_the_level_and_stands_in_the_journal_with_its_reason_and_author()
    {
        var thing = await shelf.Add(stock: 10);
        await shelf.Reserve(OrderId.New(), thing.Units(2));
        var level = (await Adjust(new { variantId = thing.VariantId, delta = -3, reason = "Broken in the warehouse" })).Is(200).Json;
        Assert.Equal((7, 2, 5), (Number(level, "onHand"), Number(level, "reserved"), Number(level, "available")));

        var journal = await (await shop.AdminClient()).Get($"admin/inventory/movements?variantId={thing.VariantId}");
        var movement = journal.Is(200).Json["items"]![0]!;
        Assert.Equal((-3, "Broken in the warehouse"), (Number(movement, "delta"), movement["reason"]!.GetValue<string>()));
        Assert.StartsWith("admin", movement["by"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(thing.Recipe.Name.ToUpperInvariant(), movement["sku"]!.GetValue<string>());
        Assert.Equal("Main warehouse", movement["locationName"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_count_becomes_the_movement_that_leads_to_it()
    {
        var thing = await shelf.Add(stock: 10);
        var counted = new { variantId = thing.VariantId, set = 4, reason = "Counted" };
        Assert.Equal(4, Number((await Adjust(counted)).Is(200).Json, "onHand"));
        Assert.Equal(4, Number((await Adjust(counted)).Is(200).Json, "onHand"));

        var deltas = await shop.Db.Query(
            $"select delta from inventory.movements where variant_id = {thing.VariantId} order by id", row => row.GetInt32(0), Shelf.Stop);
        Assert.Equal([10, -6], deltas);
    }

    [Fact]
    public async Task Corrections_at_once_all_count()
    {
        var thing = await shelf.Add(stock: 0);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Adjust(new { variantId = thing.VariantId, delta = 1, reason = "Found" })));
        Assert.Equal(new Level(20, 0), await shelf.LevelOf(thing.VariantId));
    }

    [Fact]
    public async Task What_can_not_be_taken_away_is_refused_and_leaves_no_movement()
    {
        var thing = await shelf.Add(stock: 5);
        await shelf.Reserve(OrderId.New(), thing.Units(3));
        Assert.Equal("inventory.negative", (await Adjust(new { variantId = thing.VariantId, delta = -6, reason = "x" })).Is(409).Code);
        Assert.Equal("inventory.below_reserved", (await Adjust(new { variantId = thing.VariantId, set = 2, reason = "x" })).Is(409).Code);
        Assert.Equal(new Level(5, 3), await shelf.LevelOf(thing.VariantId));
        Assert.Empty(await shelf.Violations());
    }

    [Fact]
    public async Task Every_faulty_field_is_named()
    {
        Assert.Equal(["delta", "reason", "variantId"], (await Adjust(new { })).Is(400).Faulty.Order(StringComparer.Ordinal));
        Assert.Equal(["delta"], (await Adjust(new { variantId = VariantId.New(), delta = 1, set = 1, reason = "x" })).Is(400).Faulty);
        var garbled = (await Adjust(new { variantId = "x", locationId = 3, delta = 1.5, reason = "x" })).Is(400);
        Assert.Equal(["delta", "locationId", "variantId"], garbled.Faulty.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_variant_or_location_that_is_not_there_is_not_found()
    {
        var nothing = new { variantId = VariantId.New(), delta = 1, reason = "x" };
        Assert.Equal("inventory.variant_not_found", (await Adjust(nothing)).Is(404).Code);
        var body = new { variantId = (await shelf.Add()).VariantId, locationId = LocationId.New(), delta = 1, reason = "x" };
        Assert.Equal("inventory.location_not_found", (await Adjust(body)).Is(404).Code);
    }

    [Fact]
    public async Task A_sold_out_thing_can_be_bought_as_soon_as_more_came_in()
    {
        var thing = await shelf.Add(stock: 0);
        using var client = shop.Client();
        async Task<string> Status() => (await client.Get($"products/{thing.ProductId}")).Is(200).Json["status"]!.GetValue<string>();

        Assert.Equal("outOfStock", await Status());
        (await Adjust(new { variantId = thing.VariantId, delta = 1, reason = "Delivery" })).Is(200);
        Assert.Equal("available", await Status());
    }

    [Fact]
    public async Task Levels_can_be_searched_and_narrowed_to_what_runs_out()
    {
        var (scarce, plenty) = (await shelf.Add(stock: 1), await shelf.Add(stock: 500));
        var admin = await shop.AdminClient();
        async Task<JsonArray> Levels(string query) => (await admin.Get("admin/inventory/levels" + query)).Is(200).Json["items"]!.AsArray();

        var found = Assert.Single(await Levels($"?q={scarce.Recipe.Name}"))!;
        Assert.Equal(scarce.VariantId.ToString(), found["variantId"]!.GetValue<string>());
        Assert.Equal((1, 0, 1), (Number(found, "onHand"), Number(found, "reserved"), Number(found, "available")));
        Assert.Empty(await Levels($"?q={plenty.Recipe.Name}&maxAvailable=499"));
        Assert.Single(await Levels($"?q={plenty.Recipe.Name}&maxAvailable=500"));
        Assert.Empty(await Levels($"?q={scarce.Recipe.Name}&page=2"));
        Assert.All(await Levels("?maxAvailable=1&pageSize=100"), level => Assert.True(Number(level!, "available") <= 1));
    }

    [Theory]
    [InlineData("levels?maxAvailable=-1", "maxAvailable")]
    [InlineData("levels?page=0&pageSize=101", "page,pageSize")]
    [InlineData("movements?variantId=x", "variantId")]
    [InlineData("movements?page=x", "page")]
    public async Task A_faulty_query_is_named(string query, string faulty) =>
        Assert.Equal(faulty, string.Join(",", (await (await shop.AdminClient()).Get("admin/inventory/" + query)).Is(400).Faulty));

    [Fact]
    public async Task Locations_are_listed_with_the_default_one_first()
    {
        var items = (await (await shop.AdminClient()).Get("admin/locations")).Is(200).Json["items"]!.AsArray();
        Assert.True(items[0]!["isDefault"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("admin/inventory/levels")]
    [InlineData("admin/inventory/movements")]
    [InlineData("admin/locations")]
    public async Task Stock_is_not_for_customers(string path)
    {
        using var guest = shop.Client();
        var (customer, _, _) = await shop.CustomerClient();
        (await guest.Get(path)).Is(401);
        (await customer.Get(path)).Is(403);
    }

    private static int Number(JsonNode json, string name) => json[name]!.GetValue<int>();
}
