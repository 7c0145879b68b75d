using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Carts;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Pricing.Taxes;

/// <summary>Taxes by postal code and class over HTTP, and carts that follow.</summary>
public sealed class TaxRateTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task A_tax_of_some_postal_codes_is_due_there_and_only_there()
    {
        var admin = await shop.AdminClient();
        using var client = shop.Client();
        var rate = (await admin.Post("admin/tax-rates", new
        {
            name = "Boston surtax", country = "US", state = "MA", percent = "1.5", appliesToShipping = false,
            postalCodes = new[] { "021*", "02201-02210", " 0 2 1 * " }, exceptPostalCodes = new[] { "02115" },
        })).Is(201).Json;
        Assert.Equal("""["021*","02201-02210"]""", rate["postalCodes"]!.ToJsonString());
        Assert.Equal("standard", rate["taxClass"]!.GetValue<string>());

        var cart = await client.NewCart();
        var (product, _) = await shop.Product(10_000);
        await client.Post($"carts/{cart}/lines", new { productId = product, quantity = 1 });
        Assert.Equal(625 + 150, await Tax(client, cart, "02108"));
        Assert.Equal(625 + 150, await Tax(client, cart, "02205-1234"));
        Assert.Equal(625, await Tax(client, cart, "02115"));
        Assert.Equal(625, await Tax(client, cart, "01001"));
        Assert.Equal(["line", "tax"], (await client.Cart(cart)).Json["trace"]!.AsArray().Select(step => step!["step"]!.GetValue<string>()));

        var path = "admin/tax-rates/" + rate.Id();
        var all = (await admin.Patch(path, JsonNode.Parse("""{"postalCodes":null,"exceptPostalCodes":[]}"""))).Is(200).Json;
        Assert.Equal((null, null), (all["postalCodes"], all["exceptPostalCodes"]));
        Assert.Equal(775, await Tax(client, cart, "01001"));
        (await admin.Delete(path)).Is(204);
    }

    [Fact]
    public async Task One_name_may_stand_for_several_classes_and_places_but_once_for_each()
    {
        var admin = await shop.AdminClient();
        (await admin.Post("admin/tax-classes", new { code = "books", name = "Books" })).Is(201);
        object Rate(string taxClass, params string[] codes) => new
        {
            name = "Tax", country = "NZ", percent = "10", appliesToShipping = false, taxClass, postalCodes = codes,
        };
        object[] different = [Rate("standard"), Rate("books"), Rate("*"), Rate("standard", "1*"), Rate("standard", "2*", "3*")];
        foreach (var rate in different)
        {
            (await admin.Post("admin/tax-rates", rate)).Is(201);
            Assert.Equal("pricing.tax_rate_exists", (await admin.Post("admin/tax-rates", rate)).Is(409).Code);
        }

        Assert.Equal("pricing.tax_rate_exists", (await admin.Post("admin/tax-rates", Rate("standard", "3*", "2 *"))).Is(409).Code);
        Assert.Equal(5, (await admin.Get("admin/tax-rates?country=nz")).Is(200).Json["total"]!.GetValue<int>());
        var every = (await admin.Get("admin/tax-rates?country=NZ&taxClass=*")).Is(200).Json["items"]!.AsArray();
        Assert.Equal("*", Assert.Single(every)!["taxClass"]!.GetValue<string>());
    }

    [Fact]
    public async Task Faulty_fields_are_named()
    {
        var admin = await shop.AdminClient();
        var faulty = (await admin.Post("admin/tax-rates", new
        {
            name = "X", country = "US", percent = "1", appliesToShipping = true, taxClass = "Not A Code",
            postalCodes = new[] { "1*", "**" },
            exceptPostalCodes = new[] { "20-10" },
        })).Is(400).Faulty;
        Assert.Equal(["exceptPostalCodes[0]", "postalCodes[1]", "taxClass"], faulty.Order(StringComparer.Ordinal));

        var unknown = new { name = "X", country = "US", percent = "1", appliesToShipping = true, taxClass = "unheard-of" };
        Assert.Equal(["taxClass"], (await admin.Post("admin/tax-rates", unknown)).Is(400).Faulty);
        var many = new
        {
            name = "X", country = "US", percent = "1", appliesToShipping = true,
            postalCodes = Enumerable.Range(0, 201).Select(code => $"{code:D5}"),
        };
        Assert.Equal(["postalCodes"], (await admin.Post("admin/tax-rates", many)).Is(400).Faulty);
    }

    [Fact]
    public async Task As_many_postal_codes_as_may_be_named_can_be_stored()
    {
        var admin = await shop.AdminClient();
        var made = (await admin.Post("admin/tax-rates", new
        {
            name = "Many", country = "BR", percent = "1", appliesToShipping = false,
            postalCodes = Enumerable.Range(0, 200).Select(code => $"{code:D5}00000-{code:D5}99999"),
        })).Is(201).Json;
        Assert.Equal(200, made["postalCodes"]!.AsArray().Count);
    }

    private static async Task<long> Tax(HttpClient client, string cart, string postalCode) =>
        (await client.Put($"carts/{cart}/address", new { country = "US", state = "MA", postalCode })).Is(200).Total("tax");
}
