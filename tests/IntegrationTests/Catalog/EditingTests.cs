using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Catalog;

/// <summary>What staff do with products, and what shoppers see of it at once.</summary>
public sealed class EditingTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private static object Usd(long minor) => new { minor, currency = "USD" };

    private static Dictionary<string, string> Size(string value) => new(StringComparer.Ordinal) { ["Size"] = value };

    [Fact]
    public async Task A_new_product_is_on_its_page_with_its_stock()
    {
        var admin = await shop.AdminClient();
        var made = (await admin.Post("admin/products", new
        {
            name = "Aria 27\" monitor", description = "Bright & flat.", brand = "Aria", price = Usd(24999), compareAtPrice = Usd(29999),
            stock = 7,
            sku = "ARIA-27", weightGrams = 5200, dimensionsMm = new { width = 620, height = 450, depth = 190 },
            tags = new[] { "Sale", "sale " },
            attributes = new[] { new { name = "Panel", value = "IPS" } }, highlights = new[] { "Flicker-free" },
        })).Is(201);
        using var shopper = shop.Client();
        var page = (await shopper.Get("products/aria-27-monitor")).Is(200).Json;
        Assert.Equal(made.Json["id"]!.GetValue<string>(), page["id"]!.GetValue<string>());
        Assert.Equal(("available", 7), (page["status"]!.GetValue<string>(), page["available"]!.GetValue<int>()));
        Assert.Equal("ARIA-27", page["variants"]![0]!["sku"]!.GetValue<string>());
        Assert.Equal("sale", Assert.Single(page["tags"]!.AsArray())!.GetValue<string>());
        Assert.Equal("IPS", page["attributes"]![0]!["value"]!.GetValue<string>());
        Assert.Equal(29999, page["compareAtPrice"]!["minor"]!.GetValue<long>());
        Assert.Equal("/media/placeholder/" + made.Json["id"] + ".svg", page["images"]![0]!["url"]!.GetValue<string>());
    }

    [Fact]
    public async Task Options_make_a_variant_for_each_combination()
    {
        var admin = await shop.AdminClient();
        var made = (await admin.Post("admin/products", new
        {
            name = "Matrix phone", price = Usd(50000), stock = 3,
            options = new[] { new { name = "Colour", values = new[] { "Black", "Sage" } },
            new { name = "Storage", values = new[] { "128 GB", "256 GB" } } },
        })).Is(201).Json;
        var variants = made["variants"]!.AsArray();
        Assert.Equal(4, variants.Count);
        Assert.Equal(4, variants.Select(variant => variant!["sku"]!.GetValue<string>()).Distinct().Count());
        Assert.Equal("""{"Colour":"Sage","Storage":"128 GB"}""", variants[2]!["options"]!.ToJsonString());
        Assert.All(variants, variant => Assert.Equal(3, variant!["onHand"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_stale_edit_is_refused_and_changes_nothing()
    {
        var (id, _) = await shop.Product(name: "Edited by two");
        var admin = await shop.AdminClient();
        var etag = (await admin.Get($"admin/products/{id}")).Headers.ETag!.Tag;
        (await admin.Patch($"admin/products/{id}", new { description = "first" }, ("If-Match", etag))).Is(200);
        var late = await admin.Patch($"admin/products/{id}", new { description = "second" }, ("If-Match", etag));
        Assert.Equal((412, "request.stale"), (late.Status, late.Code));
        Assert.Equal("first", (await admin.Get($"admin/products/{id}")).Json["description"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_edit_leaves_what_it_does_not_name_and_clears_what_is_null()
    {
        var admin = await shop.AdminClient();
        var id = (await admin.Post("admin/products",
            new { name = "Half edited", description = "Stays", brand = "Kept", price = Usd(900), compareAtPrice = Usd(1200) }))
            .Is(201).Json["id"];
        var change = new Dictionary<string, object?> { ["compareAtPrice"] = null, ["price"] = Usd(800) };
        var edited = (await admin.Patch($"admin/products/{id}", change)).Is(200).Json;
        Assert.Equal((800, null, "Stays", "Kept"), (
            edited["price"]!["minor"]!.GetValue<int>(), edited["compareAtPrice"], edited["description"]!.GetValue<string>(),
            edited["brand"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_renamed_product_is_found_under_its_old_address_too()
    {
        var (id, _) = await shop.Product(name: "First name");
        var admin = await shop.AdminClient();
        (await admin.Patch($"admin/products/{id}", new { name = "Second name" })).Is(200);
        using var shopper = shop.Client();
        var moved = (await shopper.Get("products/first-name")).Is(301);
        Assert.Equal("/api/v1/products/second-name", moved.Headers.Location!.OriginalString);
        (await shopper.Get("products/second-name")).Is(200);

        (await admin.Patch($"admin/products/{id}", new { name = "First name" })).Is(200);
        (await shopper.Get("products/first-name")).Is(200);
        Assert.Equal("/api/v1/products/first-name", (await shopper.Get("products/second-name")).Is(301).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Two_products_of_the_shop_never_share_a_name_or_a_SKU()
    {
        await shop.Product(name: "Only one of these");
        var admin = await shop.AdminClient();
        var name = await admin.Post("admin/products", new { name = "only ONE of these", price = Usd(1) });
        Assert.Equal((409, "catalog.name_taken"), (name.Status, name.Code));

        (await admin.Post("admin/products", new { name = "Owner of the SKU", price = Usd(1), sku = "UNIQUE-1" })).Is(201);
        var sku = await admin.Post("admin/products", new { name = "Wants the SKU", price = Usd(1), sku = "unique-1" });
        Assert.Equal((409, "catalog.sku_taken", "UNIQUE-1"), (sku.Status, sku.Code, sku.Json["sku"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Every_faulty_field_is_named()
    {
        var admin = await shop.AdminClient();
        var answer = (await admin.Post("admin/products", new Dictionary<string, object?>
        {
            ["price"] = Usd(-1), ["compareAtPrice"] = "cheap", ["status"] = "sold", ["stock"] = -1, ["tags"] = new[] { "" }, ["sku"] = 5,
            ["variants"] = new[] { new { options = new { }, gtin = "123", weightGrams = 0 } },
        })).Is(400);
        Assert.Equal("request.invalid", answer.Code);
        Assert.Equal(
            ["compareAtPrice", "name", "price", "sku", "status", "stock", "tags[0]", "variants[0].gtin", "variants[0].weightGrams"],
            answer.Faulty.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_price_in_another_currency_is_refused()
    {
        var admin = await shop.AdminClient();
        var answer = await admin.Post("admin/products", new { name = "Euro thing", price = new { minor = 1, currency = "EUR" } });
        Assert.Equal((400, "price"), (answer.Status, Assert.Single(answer.Faulty)));
    }

    [Fact]
    public async Task A_deleted_product_is_gone_for_shoppers_until_it_is_restored()
    {
        var (id, _) = await shop.Product(name: "Here and gone");
        var admin = await shop.AdminClient();
        using var shopper = shop.Client();
        (await shopper.Get("products/here-and-gone")).Is(200);
        (await admin.Delete($"admin/products/{id}")).Is(204);
        Assert.Equal((404, "catalog.product_not_found"),
            ((await shopper.Get("products/here-and-gone")).Status, (await shopper.Get($"products/{id}")).Code));
        Assert.NotNull((await admin.Get($"admin/products/{id}")).Json["deletedAt"]);
        Assert.Equal(id.ToString(), (await admin.Get("admin/products?state=deleted&q=here+and"))
            .Json["items"]![0]!["id"]!.GetValue<string>());
        (await admin.Post($"admin/products/{id}/restoration")).Is(200);
        (await shopper.Get("products/here-and-gone")).Is(200);
    }

    [Fact]
    public async Task A_draft_is_not_for_shoppers()
    {
        var admin = await shop.AdminClient();
        var id = (await admin.Post("admin/products", new { name = "Not yet", price = Usd(5), status = "draft", stock = 4 })).Is(201)
            .Json["id"];
        using var shopper = shop.Client();
        Assert.Equal(404, (await shopper.Get("products/not-yet")).Status);
        (await admin.Patch($"admin/products/{id}", new { status = "active" })).Is(200);
        Assert.Equal(4, (await shopper.Get("products/not-yet")).Is(200).Json["available"]!.GetValue<int>());
    }

    [Fact]
    public async Task What_shoppers_see_changes_at_once_with_the_product()
    {
        var (id, _) = await shop.Product(price: 1000, name: "Watched kettle");
        var admin = await shop.AdminClient();
        using var shopper = shop.Client();
        foreach (var price in new[] { 1100, 1200, 1300 })
        {
            (await admin.Patch($"admin/products/{id}", new { price = Usd(price) })).Is(200);
            Assert.Equal(price, (await shopper.Get("products/watched-kettle")).Json["price"]!["minor"]!.GetValue<int>());
            Assert.Equal(price, (await shopper.Get("products?q=watched+kettle")).Json["items"]![0]!["price"]!["minor"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task Variants_are_changed_ended_and_added_by_their_list()
    {
        var admin = await shop.AdminClient();
        var made = (await admin.Post("admin/products", new
        {
            name = "Three sizes", price = Usd(100), stock = 2, options = new[] { new { name = "Size", values = new[] { "S", "M", "L" } } },
        })).Is(201).Json;
        var (small, medium) = (made["variants"]![0]!, made["variants"]![1]!);
        var edited = (await admin.Patch($"admin/products/{made["id"]}", new
        {
            options = new[] { new { name = "Size", values = new[] { "S", "M", "XL" } } },
            variants = new object[]
            {
                new { id = small["id"], sku = medium["sku"], options = Size("S"), price = Usd(90) },
                new { id = medium["id"], sku = small["sku"], options = Size("M"), price = Usd(110) },
                new { sku = "XL-1", options = Size("XL"), price = Usd(120), stock = 9 },
            },
        })).Is(200).Json["variants"]!.AsArray();
        Assert.Equal(3, edited.Count);
        Assert.Equal((small["id"]!.ToString(), medium["sku"]!.ToString(), 2),
            (edited[0]!["id"]!.ToString(), edited[0]!["sku"]!.ToString(), edited[0]!["onHand"]!.GetValue<int>()));
        Assert.Equal(("XL-1", 9), (edited[2]!["sku"]!.ToString(), edited[2]!["onHand"]!.GetValue<int>()));
        using var shopper = shop.Client();
        Assert.Equal(90, (await shopper.Get($"products/{made["id"]}")).Json["price"]!["minor"]!.GetValue<int>());
    }

    [Fact]
    public async Task Markup_is_kept_as_the_text_it_is()
    {
        const string Text = "<script>alert('x')</script> & \"quoted\" <b>bold</b> 日本語 😀";
        var admin = await shop.AdminClient();
        var made = (await admin.Post("admin/products",
            new { name = "Odd: " + Text, description = Text, brand = "<i>B</i>", price = Usd(1) })).Is(201).Json;
        using var shopper = shop.Client();
        var page = (await shopper.Get($"products/{made["slug"]}")).Is(200).Json;
        Assert.Equal(("Odd: " + Text, Text, "<i>B</i>"),
            (page["name"]!.GetValue<string>(), page["description"]!.GetValue<string>(), page["brand"]!.GetValue<string>()));
    }
}
