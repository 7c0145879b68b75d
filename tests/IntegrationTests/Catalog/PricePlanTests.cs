using Tradepost.Catalog.PricePlans;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;
using Tradepost.Platform.Data;
using static Tradepost.IntegrationTests.Catalog.Pricetags;

namespace Tradepost.IntegrationTests.Catalog;

/// <summary>Prices planned for a time begin and end by themselves, once, and everything follows.</summary>
public sealed class PricePlanTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private static DateTimeOffset In(double seconds) => TimeProvider.System.GetUtcNow().AddSeconds(seconds);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_listing_its_order_and_its_filters_follow_a_plan_from_its_start_to_its_end()
    {
        var admin = await shop.AdminClient();
        var (cheap, _) = await shop.Product(2000, name: "Planet lamp one");
        var (planned, variant) = await shop.Product(3000, name: "Planet lamp two");
        using var shopper = shop.Client();
        async Task<string[]> Listed(string query) =>
            [.. (await shopper.Get($"products?q=planet+lamp&{query}")).Is(200).Json["items"]!.AsArray()
            .Select(item => item!["id"]!.GetValue<string>())];
        var (one, two) = (cheap.ToString(), planned.ToString());
        Assert.Equal([one, two], await Listed("sort=price"));
        var tag = (await admin.Get($"admin/products/{planned}")).Headers.ETag!.Tag;

        await admin.Plan(variant, 1000, null, In(6));
        await admin.PlanOnceIt(variant, "running");
        Assert.Equal([two, one], await Listed("sort=price"));
        Assert.Equal([two], await Listed("maxPrice=15"));
        Assert.Equal((1000, 3000), await shopper.PriceNow(planned));
        var shown = (await shopper.Get($"products/{planned}/prices")).Is(200).Json["variants"]![0]!;
        Assert.Equal(3000, shown.Minor("lowest30Days"));
        Assert.True(shown["planEndsAt"]!.GetValue<DateTimeOffset>() > TimeProvider.System.GetUtcNow().AddSeconds(-1));
        Assert.NotEqual(tag, (await admin.Get($"admin/products/{planned}")).Headers.ETag!.Tag);

        var over = await admin.PlanOnceIt(variant, "ended");
        Assert.Equal("restored", over["outcome"]!.GetValue<string>());
        Assert.Equal((3000, (long?)null), await shopper.PriceNow(planned));
        Assert.Equal([one, two], await Listed("sort=price"));
        Assert.Empty(await Listed("maxPrice=15"));
        Assert.Null((await shopper.Get($"products/{planned}/prices")).Json["variants"]![0]!["planEndsAt"]);
        await shop.NothingBroke();
    }

    [Fact]
    public async Task An_edit_while_a_plan_runs_stands_and_the_plan_says_so()
    {
        var (admin, (product, variant)) = (await shop.AdminClient(), await shop.Product(3000));
        await admin.Plan(variant, 1000, null, In(5));
        await admin.PlanOnceIt(variant, "running");
        (await admin.Patch($"admin/products/{product}", new { price = Usd(1200) })).Is(200);
        Assert.False((await admin.PlanOnceIt(variant, "running"))["inEffect"]!.GetValue<bool>());
        using var shopper = shop.Client();
        Assert.Null((await shopper.Get($"products/{product}/prices")).Json["variants"]![0]!["planEndsAt"]);
        Assert.Equal("kept", (await admin.PlanOnceIt(variant, "ended"))["outcome"]!.GetValue<string>());
        Assert.Equal(1200, (await shopper.PriceNow(product)).Price);
    }

    [Fact]
    public async Task A_plan_for_good_is_over_once_it_began_and_makes_room_for_the_next()
    {
        var (admin, (product, variant)) = (await shop.AdminClient(), await shop.Product(3000));
        await admin.Plan(variant, 2500, null, null);
        var plan = await admin.PlanOnceIt(variant, "ended");
        Assert.Equal("stays", plan["outcome"]!.GetValue<string>());
        using var shopper = shop.Client();
        Assert.Equal((2500, (long?)null), await shopper.PriceNow(product));
        await admin.Plan(variant, 2000, null, In(3600));
        await admin.PlanOnceIt(variant, "running");
        Assert.Equal((2000, 2500), await shopper.PriceNow(product));
    }

    [Fact]
    public async Task Calling_off_a_running_plan_gives_the_price_back_at_once()
    {
        var (admin, (product, variant)) = (await shop.AdminClient(), await shop.Product(3000));
        var id = await admin.Plan(variant, 1000, null, In(3600));
        await admin.PlanOnceIt(variant, "running");
        var plan = (await admin.Post($"admin/price-plans/{id}/cancellation")).Is(200).Json;
        Assert.Equal(("cancelled", "restored"), (plan["state"]!.GetValue<string>(), plan["outcome"]!.GetValue<string>()));
        using var shopper = shop.Client();
        Assert.Equal(3000, (await shopper.PriceNow(product)).Price);
        Assert.Equal("catalog.plan_over", (await admin.Post($"admin/price-plans/{id}/cancellation")).Is(409).Code);
        Assert.Equal("catalog.plan_not_found", (await admin.Post($"admin/price-plans/{Guid.CreateVersion7()}/cancellation")).Is(404).Code);
        var later = await admin.Plan(variant, 1000, In(3600), In(7200));
        Assert.Equal("cancelled", (await admin.Post($"admin/price-plans/{later}/cancellation")).Is(200).Json["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task Overlapping_plans_are_refused_for_all_variants_or_made_for_all_also_at_once()
    {
        var admin = await shop.AdminClient();
        var (a, b) = ((await shop.Product()).VariantId, (await shop.Product()).VariantId);
        var (from, to) = (In(3600), In(7200));
        await admin.Plan(a, 100, from, to);
        object Both(DateTimeOffset starts, DateTimeOffset? ends) =>
            new { variantIds = new[] { a, b }, percentOff = "10", startsAt = starts, endsAt = ends };
        var refused = (await admin.Post("admin/price-plans", Both(from.AddMinutes(10), null))).Is(409);
        Assert.Equal("catalog.plan_overlap", refused.Code);
        Assert.Equal(a.ToString(), Assert.Single(refused.Json["variantIds"]!.AsArray())!.GetValue<string>());
        Assert.Equal(0, (await admin.Get($"admin/price-plans?variantId={b}")).Json["total"]!.GetValue<int>());
        (await admin.Post("admin/price-plans", Both(to, to.AddHours(1)))).Is(201);

        var many = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            admin.Post("admin/price-plans", new { variantIds = new[] { b }, price = Usd(5), startsAt = from.AddDays(3),
                endsAt = from.AddDays(4) })));
        Assert.Equal(1, many.Count(answer => answer.Status == 201));
        Assert.All(many.Where(answer => answer.Status != 201), answer => Assert.Equal("catalog.plan_overlap", answer.Is(409).Code));
    }

    [Fact]
    public async Task Percent_off_is_taken_off_each_variants_own_price()
    {
        var (admin, (product, variant)) = (await shop.AdminClient(), await shop.Product(9990));
        var made = await admin.Post("admin/price-plans", new { productIds = new[] { product }, percentOff = "15", name = "Spring",
            endsAt = In(3600) });
        var plan = Assert.Single(made.Is(201).Json["plans"]!.AsArray())!;
        Assert.Equal((8491, "Spring", variant.ToString()),
            (plan.Minor("price"), plan["name"]!.GetValue<string>(), plan["variantId"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_can_not_be_planned_is_refused_with_the_field_named()
    {
        var (admin, (_, variant)) = (await shop.AdminClient(), await shop.Product());
        async Task<IReadOnlyList<string>> Faulty(object body) => (await admin.Post("admin/price-plans", body)).Is(400).Faulty;
        var ids = new[] { variant };
        Assert.Equal(["variantIds[1]"], await Faulty(new { variantIds = new[] { variant, VariantId.New() }, price = Usd(1) }));
        Assert.Equal(["productIds[0]"], await Faulty(new { productIds = new[] { ProductId.New() }, price = Usd(1) }));
        Assert.Equal(["startsAt"], await Faulty(new { variantIds = ids, price = Usd(1), startsAt = In(-3600) }));
        Assert.Equal(["endsAt"], await Faulty(new { variantIds = ids, price = Usd(1), endsAt = In(-10) }));
        Assert.Equal(["price"], await Faulty(new { variantIds = ids, price = new { minor = 1, currency = "EUR" } }));
        Assert.Equal(["percentOff"], await Faulty(new { variantIds = ids, percentOff = "lots" }));
        Assert.Equal(["state"], (await admin.Get("admin/price-plans?state=odd")).Is(400).Faulty);
        Assert.Equal(["variantId"], (await admin.Get("admin/price-plans?variantId=odd")).Is(400).Faulty);
    }

    [Fact]
    public async Task Two_jobs_at_once_begin_and_end_each_plan_once()
    {
        var admin = await shop.AdminClient();
        var variants = new List<VariantId>();
        for (var i = 0; i < 12; i++)
        {
            variants.Add((await shop.Product(3000)).VariantId);
        }

        var other = new RunPricePlans(shop.Db);
        (await admin.Post("admin/price-plans", new { variantIds = variants, price = Usd(1000), endsAt = In(3600) })).Is(201);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? shop.Job() : other).Run(Cancel)));
        Assert.Equal(Enumerable.Repeat(1000L, 12), await Prices(variants));
        await shop.Sql(
            $"""
            update catalog.price_plans set ends_at = now() - interval '1 second', starts_at = now() - interval '1 minute'
            where variant_id = any({variants.Guids()})
            """);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? shop.Job() : other).Run(Cancel)));
        Assert.Equal(Enumerable.Repeat(3000L, 12), await Prices(variants));

        // Three prices each: before, planned, and before again. A second start or end would have left more.
        var noted = await shop.Db.Query(
            $"select count(*) from catalog.price_history where variant_id = any({variants.Guids()}) group by variant_id",
            row => row.GetInt64(0), Cancel);
        Assert.Equal(Enumerable.Repeat(3L, 12), noted);
    }

    [Fact]
    public async Task After_a_time_without_a_shop_what_is_late_begins_late_and_what_is_over_is_missed()
    {
        var admin = await shop.AdminClient();
        var (late, missed) = (await shop.Product(3000), await shop.Product(3000));
        await admin.Plan(late.VariantId, 1000, In(3600), In(7200));
        await admin.Plan(missed.VariantId, 1000, In(3600), In(7200));
        await shop.Sql($"update catalog.price_plans set starts_at = now() - interval '1 hour' where variant_id = {late.VariantId}");
        await shop.Sql(
            $"""
            update catalog.price_plans set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour'
            where variant_id = {missed.VariantId}
            """);
        await admin.PlanOnceIt(late.VariantId, "running");
        Assert.Equal("missed", (await admin.PlanOnceIt(missed.VariantId, "ended"))["outcome"]!.GetValue<string>());
        using var shopper = shop.Client();
        Assert.Equal((1000, 3000), ((await shopper.PriceNow(late.ProductId)).Price, (await shopper.PriceNow(missed.ProductId)).Price));
    }

    private Task<List<long>> Prices(List<VariantId> variants) => shop.Db.Query(
        $"select price_minor from catalog.variants where id = any({variants.Guids()})", row => row.GetInt64(0), Cancel);
}
