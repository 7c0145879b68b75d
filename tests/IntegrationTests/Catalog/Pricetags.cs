using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Catalog.PricePlans;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;
using Tradepost.Platform.Data;
using Tradepost.Platform.Verification;

namespace Tradepost.IntegrationTests.Catalog;

/// <summary>Prices over HTTP in one line.</summary>
internal static class Pricetags
{
    public static object Usd(long minor) => new { minor, currency = "USD" };

    public static object In(string currency, long minor) => new { minor, currency };

    public static async Task<(long Price, long? CompareAt)> PriceNow(this HttpClient client, ProductId product)
    {
        var page = (await client.Get($"products/{product}")).Is(200).Json;
        return (page.Minor("price"), page["compareAtPrice"]?["minor"]?.GetValue<long>());
    }

    public static async Task<string> Plan(this HttpClient staff, VariantId variant, long price, DateTimeOffset? starts,
        DateTimeOffset? ends)
    {
        var made = await staff.Post("admin/price-plans", new { variantIds = new[] { variant }, price = Usd(price), startsAt = starts,
            endsAt = ends });
        return made.Is(201).Json["plans"]![0]!["id"]!.GetValue<string>();
    }

    /// <summary>The plan once it is in this state. The shop's own job moves it.</summary>
    public static Task<JsonNode> PlanOnceIt(this HttpClient staff, VariantId variant, string state) => Eventually.Is(
        async () => (await staff.Get($"admin/price-plans?variantId={variant}")).Is(200).Json["items"]![0]!,
        plan => plan["state"]!.GetValue<string>() == state, state);

    /// <summary>Plans are moved by hand in tests that set the clock's hands themselves.</summary>
    public static RunPricePlans Job(this ShopFixture shop) => shop.Services.GetRequiredService<RunPricePlans>();

    public static Task Sql(this ShopFixture shop, SqlText sql, params string[] touched) => shop.Db.Write(
        "test",
        async tx =>
        {
            await tx.Execute(sql);
            tx.Touch(touched);
        },
        TestContext.Current.CancellationToken);

    public static async Task NothingBroke(this ShopFixture shop)
    {
        foreach (var invariant in shop.Services.GetServices<IInvariant>())
        {
            Assert.True((await invariant.Violations(shop.Db, TestContext.Current.CancellationToken)).Count == 0, invariant.Name);
        }
    }
}
