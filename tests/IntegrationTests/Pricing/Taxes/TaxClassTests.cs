using System.Text.Json.Nodes;
using Npgsql;
using Tradepost.IntegrationTests.Carts;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Pricing.Taxes;

/// <summary>Tax classes over HTTP: kept by staff, carried by products, deciding what a line is taxed with.</summary>
public sealed class TaxClassTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task Products_of_another_class_are_taxed_by_its_rates_and_as_standard_where_there_are_none()
    {
        var admin = await shop.AdminClient();
        using var client = shop.Client();
        (await admin.Post("admin/tax-classes", new { code = "reduced", name = "Reduced" })).Is(201);
        var vat = new { name = "VAT", country = "DE", percent = "7", appliesToShipping = true, taxClass = "reduced" };
        (await admin.Post("admin/tax-rates", vat)).Is(201);
        var (phone, _) = await shop.Product(10_000);
        var (book, _) = await shop.Product(2000);
        var path = $"admin/products/{book}";
        Assert.Equal("standard", (await admin.Get(path)).Is(200).Json["taxClass"]!.GetValue<string>());
        Assert.Equal("reduced", (await admin.Patch(path, new { taxClass = "reduced" })).Is(200).Json["taxClass"]!.GetValue<string>());

        var cart = await client.NewCart();
        await client.Post($"carts/{cart}/lines", new { productId = phone, quantity = 1 });
        await client.Post($"carts/{cart}/lines", new { productId = book, quantity = 3 });
        Assert.Equal(1900 + 420, (await client.Put($"carts/{cart}/address", new { country = "DE" })).Is(200).Total("tax"));
        Assert.Equal(["VAT 19 %", "VAT 7 %"], Taxes(await client.Cart(cart)));
        Assert.Equal(2000 + 1200, (await client.Put($"carts/{cart}/address", new { country = "FR" })).Is(200).Total("tax"));

        (await admin.Patch(path, new { taxClass = "unheard-of" })).Is(200);
        Assert.Equal(1900 + 1140, (await client.Put($"carts/{cart}/address", new { country = "DE" })).Is(200).Total("tax"));
        (await admin.Patch(path, JsonNode.Parse("""{"taxClass":null}"""))).Is(200);
        Assert.Equal("standard", (await admin.Get(path)).Is(200).Json["taxClass"]!.GetValue<string>());
        Assert.Equal(["taxClass"], (await admin.Patch(path, new { taxClass = "Not a code" })).Is(400).Faulty);
    }

    [Fact]
    public async Task A_class_is_made_renamed_and_removed()
    {
        var admin = await shop.AdminClient();
        var made = (await admin.Post("admin/tax-classes", new { code = "food-1", name = " Food " })).Is(201).Json;
        Assert.Equal(("food-1", "Food", 0, true), Read(made));
        var taken = await admin.Post("admin/tax-classes", new { code = "food-1", name = "Other" });
        Assert.Equal("pricing.tax_class_exists", taken.Is(409).Code);

        var renamed = (await admin.Patch("admin/tax-classes/food-1", new { name = "Groceries" }, ("If-Match", "\"1\""))).Is(200);
        Assert.Equal(("food-1", "Groceries", 0, true), Read(renamed.Json));
        (await admin.Patch("admin/tax-classes/food-1", new { name = "Late" }, ("If-Match", "\"1\""))).Is(412);
        (await admin.Delete("admin/tax-classes/food-1")).Is(204);
        (await admin.Delete("admin/tax-classes/food-1")).Is(404);
        Assert.Equal("pricing.tax_class_not_found", (await admin.Patch("admin/tax-classes/food-1", new { name = "X" })).Is(404).Code);
    }

    [Fact]
    public async Task The_standard_class_and_classes_that_taxes_name_stay()
    {
        var admin = await shop.AdminClient();
        (await admin.Post("admin/tax-classes", new { code = "toys", name = "Toys" })).Is(201);
        var tax = new { name = "T", country = "NZ", percent = "1", appliesToShipping = false, taxClass = "toys" };
        var rate = (await admin.Post("admin/tax-rates", tax)).Is(201).Json;
        Assert.Equal("pricing.tax_class_in_use", (await admin.Delete("admin/tax-classes/toys")).Is(409).Code);
        Assert.Equal("pricing.tax_class_required", (await admin.Delete("admin/tax-classes/standard")).Is(409).Code);
        await Assert.ThrowsAsync<PostgresException>(() => shop.Db.Write(
            "test.delete", tx => tx.Execute($"delete from pricing.tax_classes where code = 'standard'"),
            TestContext.Current.CancellationToken));

        var listed = (await admin.Get("admin/tax-classes")).Is(200).Json["items"]!.AsArray();
        Assert.Equal("standard", listed[0]!["code"]!.GetValue<string>());
        Assert.Equal(("toys", "Toys", 1, false), Read(listed.Single(some => some!["code"]!.GetValue<string>() == "toys")!));
        (await admin.Delete("admin/tax-rates/" + rate.Id())).Is(204);
        (await admin.Delete("admin/tax-classes/toys")).Is(204);
    }

    [Fact]
    public async Task Faulty_fields_are_named_and_customers_may_not()
    {
        var admin = await shop.AdminClient();
        Assert.Equal(["code", "name"], (await admin.Post("admin/tax-classes", new { })).Is(400).Faulty.Order(StringComparer.Ordinal));
        Assert.Equal(["code"], (await admin.Post("admin/tax-classes", new { code = "Über", name = "X" })).Is(400).Faulty);
        Assert.Equal(["code"], (await admin.Post("admin/tax-classes", new { code = "*", name = "X" })).Is(400).Faulty);
        var (customer, _, _) = await shop.CustomerClient();
        (await customer.Get("admin/tax-classes")).Is(403);
        (await customer.Post("admin/tax-classes", new { code = "x", name = "X" })).Is(403);
    }

    private static (string, string, int, bool) Read(JsonNode some) => (
        some["code"]!.GetValue<string>(), some["name"]!.GetValue<string>(), some["rates"]!.GetValue<int>(),
        some["removable"]!.GetValue<bool>());

    private static string[] Taxes(Answer cart) =>
    [
        .. cart.Json["trace"]!.AsArray().Where(step => step!["step"]!.GetValue<string>() == "tax")
            .Select(step => step!["label"]!.GetValue<string>()),
    ];
}
