using Tradepost.Catalog.PriceTimes;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;
using Tradepost.Platform.Data;
using static Tradepost.IntegrationTests.Catalog.Pricetags;

namespace Tradepost.IntegrationTests.Catalog;

/// <summary>What variants cost is written down by the database, whoever changes it.</summary>
public sealed class PriceHistoryTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<long?[]> History(VariantId variant, string more = "") =>
        [.. (await (await shop.AdminClient()).Get($"admin/variants/{variant}/price-history?pageSize=50{more}")).Is(200)
            .Json["items"]!.AsArray()
            .Select(item => item!["price"]?["minor"]!.GetValue<long>())];

    // Whoever changes variants tells their product; plain SQL has to do it too, or the shop's checks find it, also in other tests.
    private Task Tell(ProductId product) => shop.Sql($"select catalog.refresh_products(array[{product}])");

    [Fact]
    public async Task A_new_price_follows_the_one_before_and_an_edit_of_something_else_adds_nothing()
    {
        var (admin, (product, variant)) = (await shop.AdminClient(), await shop.Product(2000));
        (await admin.Patch($"admin/products/{product}", new { price = Usd(1500), compareAtPrice = Usd(2000) })).Is(200);
        (await admin.Patch($"admin/products/{product}", new { description = "New words" })).Is(200);
        Assert.Equal([1500, 2000], await History(variant));
        Assert.Single((await admin.Get($"admin/variants/{variant}/price-history?page=2&pageSize=1")).Is(200).Json["items"]!.AsArray());
        await shop.NothingBroke();
    }

    [Fact]
    public async Task A_change_by_plain_SQL_is_noted_too_and_nobody_can_rewrite_history()
    {
        var (product, variant) = await shop.Product(2000);
        await shop.Sql($"update catalog.variants set price_minor = 1 where id = {variant}");
        await shop.Sql($"update catalog.variants set in_stock = not in_stock where id = {variant}");
        await shop.Sql($"update catalog.variants set in_stock = not in_stock where id = {variant}");
        Assert.Equal([1, 2000], await History(variant));
        foreach (var sql in new SqlText[]
        {
            $"update catalog.price_history set price_minor = 2 where variant_id = {variant}",
            $"delete from catalog.price_history where variant_id = {variant}",
        })
        {
            var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => shop.Sql(sql));
            Assert.Contains("append-only", refused.MessageText, StringComparison.Ordinal);
        }

        await Tell(product);
    }

    [Fact]
    public async Task The_page_names_the_lowest_price_of_the_thirty_days_before_the_reduction()
    {
        var (admin, (product, variant)) = (await shop.AdminClient(), await shop.Product(10_000));
        var now = TimeProvider.System.GetUtcNow();
        await Rewrite(variant, (now.AddDays(-90), 10_000, null), (now.AddDays(-10), 13_000, null));
        using var shopper = shop.Client();
        Assert.Null((await shopper.Get($"products/{product}/prices")).Is(200).Json["variants"]![0]!["lowest30Days"]);
        (await admin.Patch($"admin/products/{product}", new { price = Usd(9000), compareAtPrice = Usd(13_000) })).Is(200);
        var price = (await shopper.Get($"products/{product}/prices")).Is(200).Json["variants"]![0]!;
        Assert.Equal((9000, 13_000, 10_000), (price.Minor("price"), price.Minor("compareAtPrice"), price.Minor("lowest30Days")));
        (await admin.Patch($"admin/products/{product}", new { price = Usd(8000), compareAtPrice = Usd(13_000) })).Is(200);
        Assert.Equal(10_000, (await shopper.Get($"products/{product}/prices")).Is(200).Json["variants"]![0]!.Minor("lowest30Days"));
    }

    [Fact]
    public async Task The_database_and_the_rule_agree_when_a_reduction_began()
    {
        var chance = new Random(7);
        for (var run = 0; run < 10; run++)
        {
            var (product, variant) = await shop.Product(5);
            for (var change = 0; change < 15; change++)
            {
                var (price, some) = (chance.Next(1, 6), chance.Next(0, 9));
                int? compare = some == 0 ? null : some;
                await shop.Sql(
                    $"""
                    update catalog.variants set price_minor = {price}, compare_at_minor = {compare}::bigint,
                      updated_at = updated_at + interval '1 day' where id = {variant}
                    """);
            }

            await Tell(product);
            var rows = await shop.Db.Query(
                $"""
                select valid_from, price_minor, compare_at_minor, reduced_since from catalog.price_history
                where variant_id = {variant} order by valid_from, id
                """,
                row => (Point: new PricePoint(row.Instant(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetInt64(2)),
                    Since: row.InstantOrNull(3)), Cancel);
            for (var length = 1; length <= rows.Count; length++)
            {
                Assert.Equal(Reduction.Since([.. rows.Take(length).Select(row => row.Point)]), rows[length - 1].Since);
            }
        }
    }

    [Fact]
    public async Task A_history_is_for_staff_and_of_a_variant_that_is_there()
    {
        var admin = await shop.AdminClient();
        Assert.Equal("catalog.variant_not_found", (await admin.Get($"admin/variants/{VariantId.New()}/price-history")).Is(404).Code);
        var (_, variant) = await shop.Product();
        Assert.Equal(["currency"], (await admin.Get($"admin/variants/{variant}/price-history?currency=XXXX")).Is(400).Faulty);
        using var guest = shop.Client();
        (await guest.Get($"admin/variants/{variant}/price-history")).Is(401);
        (await (await shop.CustomerClient()).Client.Get($"admin/variants/{variant}/price-history")).Is(403);
        (await guest.Get($"products/{ProductId.New()}/prices")).Is(404);
    }

    [Fact]
    public async Task What_a_thing_cost_the_shop_is_told_to_staff_alone()
    {
        var (admin, (product, variant)) = (await shop.AdminClient(), await shop.Product(2000));
        Assert.Equal(["cost"], (await admin.Patch($"admin/products/{product}", new { cost = In("EUR", 900) })).Is(400).Faulty);
        var form = (await admin.Patch($"admin/products/{product}", new { cost = Usd(777) })).Is(200).Json;
        Assert.Equal((777, 777), (form.Minor("cost"), form["variants"]![0]!.Minor("cost")));
        (await admin.Patch($"admin/products/{product}", new { description = "Words" })).Is(200);
        Assert.Equal(777, (await admin.Get($"admin/products/{product}")).Is(200).Json.Minor("cost"));
        using var shopper = shop.Client();
        var cart = (await shopper.Post("carts")).Is(201).Json["id"]!.GetValue<string>();
        var answers = new[]
        {
            await shopper.Get($"products/{product}"), await shopper.Get("products"), await shopper.Get($"products/{product}/prices"),
            await shopper.Post($"carts/{cart}/lines", new { variantId = variant, quantity = 1 }),
        };
        Assert.All(answers, answer =>
        {
            Assert.DoesNotContain("\"minor\":777,", answer.Is(200).Text, StringComparison.Ordinal);
            Assert.DoesNotContain("cost", answer.Text, StringComparison.OrdinalIgnoreCase);
        });
        (await admin.Patch($"admin/products/{product}", new { cost = (object?)null, price = Usd(2000) })).Is(200);
    }

    // A past made by hand: the trigger that guards the table is put aside for this once.
    private Task Rewrite(VariantId variant, params (DateTimeOffset From, long Price, long? CompareAt)[] past) =>
        shop.Db.Write("test", async tx =>
        {
            await tx.Execute($"alter table catalog.price_history disable trigger price_history_append_only");
            await tx.Execute($"delete from catalog.price_history where variant_id = {variant}");
            foreach (var (from, price, compareAt) in past)
            {
                await tx.Execute(
                    $"""
                    insert into catalog.price_history (variant_id, currency, price_minor, compare_at_minor, valid_from)
                    values ({variant}, 'USD', {price}, {compareAt}::bigint, {from})
                    """);
            }

            await tx.Execute($"alter table catalog.price_history enable trigger price_history_append_only");
        }, Cancel);
}
