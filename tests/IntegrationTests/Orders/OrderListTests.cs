using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Tradepost.Contracts.Shop;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Orders.Staff;
using Tradepost.Platform.Http;

namespace Tradepost.IntegrationTests.Orders;

/// <summary>How staff find orders: every kind of filter, pages by cursor, and the same list as CSV.</summary>
public sealed class OrderListTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task Orders_are_found_by_name_article_and_parcel_a_moment_later()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var product = await shop.Product(stock: 10);
        var body = await client.Checkout(await client.Cart(product.VariantId));
        var order = new Placed((await client.Place(body with { Name = "Żaneta Ünal" })).Is(201));
        (await client.Pay(order, Buying.Pays)).Is(200);
        var parcel = (await admin.Post($"admin/orders/{order.Id}/shipments", new { carrier = "Parcel Post" })).Is(201).Json
            .Text("trackingNumber");
        var sku = order.Answer.Json["lines"]![0]!.Text("sku");
        foreach (var words in new[]
        {
            "zaneta", "ünal ŻAN", sku, sku.ToLowerInvariant(), parcel, order.Number.Replace("-", "", StringComparison.Ordinal),
        })
        {
            await Eventually.Is(
                async () => (await Ids(admin, $"q={Uri.EscapeDataString(words)}")),
                found => found.SequenceEqual([order.Id]), $"found by {words}");
        }

        Assert.Empty(await Ids(admin, "q=zaneta%20nobody"));
        Assert.Equal([order.Id], await Ids(admin, $"product={product.ProductId}"));
        Assert.Equal([order.Id], await Ids(admin, $"product={product.ProductId}&country=us&minTotal=19.99&status=shipped"));
        Assert.Empty(await Ids(admin, $"product={product.ProductId}&country=DE"));
        Assert.Empty(await Ids(admin, $"product={product.ProductId}&maxTotal=1"));
    }

    [Fact]
    public async Task A_cursor_leads_through_the_whole_list_without_a_double_also_while_orders_come_in()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var product = await shop.Product(stock: 20);
        var placed = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            placed.Add((await client.Order(product.VariantId)).Id);
        }

        foreach (var sort in new[] { "-placedAt", "placedAt", "-total", "total" })
        {
            await Eventually.Is(() => Ids(admin, $"product={product.ProductId}&sort={sort}"), ids => ids.Count >= 7, "all in the index");
            var seen = new List<string>();
            var query = $"product={product.ProductId}&sort={sort}&pageSize=3";
            for (string? next = null; ;)
            {
                var page = (await admin.Get($"admin/orders?{query}{(next is null ? "" : $"&after={next}")}")).Is(200).Json;
                seen.AddRange(page["items"]!.AsArray().Select(item => item!.Text("id")));
                next = page["next"]?.GetValue<string>();
                if (next is null)
                {
                    break;
                }
            }

            Assert.Equal(placed.Order(), seen.Order());
        }

        Assert.Equal(["after"], (await admin.Get("admin/orders?after=nonsense")).Is(400).Faulty);
    }

    [Theory]
    [InlineData("country=XX", "country")]
    [InlineData("product=1", "product")]
    [InlineData("minTotal=1.234", "minTotal")]
    [InlineData("maxTotal=-1", "maxTotal")]
    public async Task A_faulty_filter_is_named(string query, string field) =>
        Assert.Equal([field], (await (await shop.AdminClient()).Get($"admin/orders?{query}")).Is(400).Faulty);

    [Fact]
    public async Task The_export_holds_the_same_orders_and_no_formulas()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var product = await shop.Product(stock: 5);
        var body = await client.Checkout(await client.Cart(product.VariantId));
        (await client.Place(body with { Name = "=HYPERLINK(\"http://evil\",\"x\")" })).Is(201);
        var file = (await admin.Get($"admin/orders/export?product={product.ProductId}")).Is(200).Text;
        Assert.Equal(2, file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\"", file, StringComparison.Ordinal);
        (await admin.Get("admin/orders/export?status=lost")).Is(400);
    }

    [Fact]
    public async Task Tags_are_put_on_and_taken_off_many_orders_at_once()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var product = await shop.Product(stock: 5);
        var (one, two) = (await client.Order(product.VariantId), await client.Order(product.VariantId));
        var both = new { orderIds = new[] { one.Id, two.Id }, add = new[] { " VIP ", "Gift" } };
        Assert.Equal(2, (await admin.Post("admin/orders/tags", both)).Is(200).Json["changed"]!.GetValue<int>());
        Assert.Equal(0, (await admin.Post("admin/orders/tags", both)).Is(200).Json["changed"]!.GetValue<int>());
        (await admin.Post("admin/orders/tags", new { orderIds = new[] { two.Id }, remove = new[] { "vip" } })).Is(200);
        Assert.Equal([one.Id], await Ids(admin, $"tag=VIP&product={product.ProductId}"));
        Assert.Contains(
            "gift", (await admin.Get("admin/order-tags")).Is(200).Json["tags"]!.AsArray().Select(tag => tag!.GetValue<string>()));
        Assert.Null((await client.Order(one)).Json["tags"]);
        (await admin.Post("admin/orders/tags", new { orderIds = new[] { Guid.CreateVersion7() }, add = new[] { "x" } })).Is(404);
        Assert.Equal(
            ["add"], (await admin.Post("admin/orders/tags", new { orderIds = new[] { one.Id }, add = new[] { "a,b" } })).Is(400).Faulty);
    }

    [Fact]
    public async Task Notes_are_for_staff_and_taken_back_by_their_author_only()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var (other, _, _) = await shop.SignedIn("other-staff@example.com", "customer", "admin");
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        var note = (await admin.Post($"admin/orders/{order.Id}/notes", new { text = "Call before delivery" })).Is(201).Json.Text("id");
        (await admin.Patch($"admin/orders/{order.Id}/notes/{note}", new { pinned = true })).Is(204);
        var seen = Assert.Single((await other.Get($"admin/orders/{order.Id}")).Is(200).Json["notes"]!.AsArray())!;
        Assert.True(seen["pinned"]!.GetValue<bool>());
        Assert.Null((await client.Order(order)).Is(200).Json["notes"]);
        Assert.Equal("orders.note_not_found", (await other.Delete($"admin/orders/{order.Id}/notes/{note}")).Is(404).Code);
        (await admin.Delete($"admin/orders/{order.Id}/notes/{note}")).Is(204);
    }

    [Fact]
    public async Task A_saved_view_is_ones_own_unless_it_is_shared()
    {
        var admin = await shop.AdminClient();
        var (other, _, _) = await shop.SignedIn("viewer@example.com", "customer", "admin");
        var own = (await admin.Post("admin/order-views", new { name = "Mine", filter = "status=processing" })).Is(201).Json.Text("id");
        var shared = (await admin.Post("admin/order-views", new { name = "Ours", filter = "tag=vip", shared = true })).Is(201).Json
            .Text("id");
        Assert.Equal([shared], (await other.Get("admin/order-views")).Is(200).Json["items"]!.AsArray().Select(view => view!.Text("id")));
        Assert.Equal("orders.view_not_found", (await other.Delete($"admin/order-views/{shared}")).Is(404).Code);
        (await admin.Delete($"admin/order-views/{own}")).Is(204);
    }

    [Fact]
    public async Task A_mail_is_sent_again_when_it_is_still_true()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        Assert.Equal(
            "orders.mail_not_due", (await admin.Post($"admin/orders/{order.Id}/mails", new { kind = "confirmation" })).Is(409).Code);
        (await client.Pay(order, Buying.Pays)).Is(200);
        (await admin.Post($"admin/orders/{order.Id}/mails", new { kind = "confirmation" })).Is(204);
        await Eventually.Is(
            async () => (await shop.Db.Row(
                $"select count(*) from notifications.mails where subject like {"%" + order.Number + "%"}", row => row.GetInt64(0),
                TestContext.Current.CancellationToken)),
            count => count == 2, "two mails");
        (await admin.Post($"admin/orders/{order.Id}/mails", new { kind = "shipment" })).Is(409);
        (await admin.Post($"admin/orders/{order.Id}/mails", new { kind = "poem" })).Is(400);
    }

    private static async Task<List<string>> Ids(HttpClient admin, string query) =>
        [.. (await admin.Get($"admin/orders?{query}")).Is(200).Json["items"]!.AsArray().Select(item => item!.Text("id"))];
}

/// <summary>The list with many orders: no filter reads the whole table.</summary>
public sealed class ManyOrdersTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task No_filter_reads_the_whole_table()
    {
        var cancel = TestContext.Current.CancellationToken;
        await Benchmarks.ManyOrders.Write(shop.ConnectionString, 50_000, cancel);
        foreach (var query in new[]
        {
            "", "status=processing", "status=delivered", "paymentStatus=refunded", "paymentStatus=paid", "country=GR", "country=US",
            "tag=vip", "tag=wholesale", "minTotal=500&maxTotal=501", "minTotal=10", "from=2024-02-01&to=2024-02-02", "q=rossi",
            "q=T-900040000",
            "q=ada40@example.com", "q=sku-77", "q=a", "status=processing&country=DE&tag=wholesale", "sort=-total",
            "sort=total&status=shipped",
        })
        {
            var faults = new Faults();
            var asked = new QueryCollection(QueryHelpers.ParseQuery(query)
                .ToDictionary(pair => pair.Key, pair => new StringValues(pair.Value.ToArray())));
            var filter = OrderFilter.Read(asked, new ShopFacts(), faults);
            Assert.False(faults.Any, query);
            var found = await filter.Found(shop.Db, cancel);
            var sort = OrderSort.Of(asked["sort"].ToString());
            var plan = new StringBuilder();
            foreach (var line in await shop.Db.Query(
                $"explain {OrderListPage.Select(filter, found, sort, Place.Start, 25)}", row => row.GetString(0), cancel))
            {
                plan.AppendLine(line);
            }

            Assert.False(plan.ToString().Contains("Seq Scan on orders", StringComparison.Ordinal), $"{query}: {plan}");
            Assert.False(plan.ToString().Contains("Seq Scan on order_", StringComparison.Ordinal), $"{query}: {plan}");
        }

        var admin = await shop.AdminClient();
        var all = (await admin.Get("admin/orders")).Is(200).Json;
        Assert.Equal((10_000, true), (all["total"]!.GetValue<int>(), all["more"]!.GetValue<bool>()));
        var some = (await admin.Get("admin/orders?tag=vip")).Is(200).Json;
        Assert.Equal((25, false), (some["total"]!.GetValue<int>(), some["more"]!.GetValue<bool>()));
        Assert.Single((await admin.Get("admin/orders?q=T900040000")).Is(200).Json["items"]!.AsArray());
    }
}
