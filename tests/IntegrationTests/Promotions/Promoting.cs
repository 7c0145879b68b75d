using System.Text.Json.Nodes;
using Tradepost.Contracts.Pricing;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;
using Tradepost.Platform.Types;

namespace Tradepost.IntegrationTests.Promotions;

/// <summary>Making promotions in one line, and taking them away again so that one test's offer does not reach another's cart.</summary>
internal static class Promoting
{
    /// <summary>Makes a promotion for the things with this tag only.</summary>
    public static async Task<JsonNode> Promotion(this ShopFixture shop, string json)
    {
        var admin = await shop.AdminClient();
        return (await admin.Post("admin/promotions", JsonNode.Parse(json))).Is(201).Json;
    }

    public static string Path(JsonNode promotion) => "admin/promotions/" + promotion.Text("id");

    public static async Task Remove(this ShopFixture shop, JsonNode promotion) =>
        (await (await shop.AdminClient()).Delete(Path(promotion))).Is(204);

    /// <summary>Some units of a thing with this tag, as pricing sees them.</summary>
    public static Basket Basket(string tag, long price = 10_000, int quantity = 1) => new(
        Currency.Usd, [new("a", "Thing", new(price, Currency.Usd), quantity, 100) { Tags = [tag] }], null, null);

    /// <summary>A product with this tag.</summary>
    public static async Task<VariantId> Tagged(this ShopFixture shop, string tag, long price = 10_000, int stock = 100)
    {
        var (product, variant) = await shop.Product(price, stock);
        (await (await shop.AdminClient()).Patch($"admin/products/{product}", new { tags = new[] { tag } })).Is(200);
        return variant;
    }
}
