using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Carts;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Pricing.Taxes;

/// <summary>Customers with a certificate, over HTTP: they pay no tax where it holds, and the order keeps its number.</summary>
public sealed class TaxExemptionTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task A_customer_with_a_certificate_pays_no_tax_where_it_holds_and_the_order_keeps_the_number()
    {
        var admin = await shop.AdminClient();
        var (customer, email, _) = await shop.CustomerClient();
        var cart = await CartFor(customer, 10_000, "CA");
        Assert.Equal((725, null), ((await customer.Cart(cart)).Total("tax"), (await customer.Cart(cart)).Json["taxExemption"]));

        var certificate = new { email, number = " RESALE-7 ", country = "us", state = "ca" };
        var made = (await admin.Post("admin/tax-exemptions", certificate)).Is(201).Json;
        Assert.Equal(("RESALE-7", "US", "CA"), (Text(made, "number"), Text(made, "country"), Text(made, "state")));
        Assert.Equal(email, Text(made, "email"));
        var free = (await customer.Cart(cart)).Is(200);
        Assert.Equal((0, 10_000, "RESALE-7"), (free.Total("tax"), free.Total("total"), Text(free.Json["taxExemption"]!, "number")));
        Assert.Contains("Tax exempt, no. RESALE-7", free.Json["trace"]!.AsArray().Select(step => Text(step!, "label")));
        Assert.Equal(625, (await customer.Put($"carts/{cart}/address", new { country = "US", state = "TX" })).Is(200).Total("tax"));

        var order = (await Order(customer, cart, "CA")).Is(201);
        Assert.Equal(0, order.Total("tax"));
        var stored = (await customer.Get("orders/" + order.Json.Id())).Is(200);
        Assert.Contains("Tax exempt, no. RESALE-7", stored.Json["trace"]!.AsArray().Select(step => Text(step!, "label")));
        Assert.Equal(stored.Total("total"), stored.Json["trace"]!.AsArray().Sum(step => step!["amount"]!["minor"]!.GetValue<long>()));
    }

    [Fact]
    public async Task It_is_due_again_when_the_certificate_ends_is_changed_or_removed()
    {
        var admin = await shop.AdminClient();
        var (customer, email, _) = await shop.CustomerClient();
        var cart = await CartFor(customer, 10_000, "CA");
        async Task<long> Tax() => (await customer.Cart(cart)).Is(200).Total("tax");
        var path = "admin/tax-exemptions/" + (await admin.Post(
            "admin/tax-exemptions", new { email, number = "N1", country = "US", validFrom = "2020-01-01" })).Is(201).Json.Id();
        Assert.Equal(0, await Tax());

        (await admin.Patch(path, new { validUntil = "2021-12-31" })).Is(200);
        Assert.Equal(725, await Tax());
        (await admin.Patch(path, JsonNode.Parse("""{"validUntil":null}"""))).Is(200);
        Assert.Equal(0, await Tax());
        (await admin.Patch(path, new { validFrom = "2999-01-01" })).Is(200);
        Assert.Equal(725, await Tax());
        (await admin.Patch(path, JsonNode.Parse("""{"validFrom":null,"country":"DE"}"""))).Is(200);
        Assert.Equal(725, await Tax());
        (await admin.Patch(path, new { country = "US", note = "Reseller" }, ("If-Match", "\"1\""))).Is(412);
        (await admin.Patch(path, new { country = "US", note = "Reseller" })).Is(200);
        Assert.Equal(0, await Tax());
        (await admin.Delete(path)).Is(204);
        Assert.Equal(725, await Tax());
        Assert.Equal("pricing.tax_exemption_not_found", (await admin.Delete(path)).Is(404).Code);
        (await admin.Patch(path, new { note = "X" })).Is(404);
    }

    [Fact]
    public async Task The_list_is_paged_found_by_address_and_names_whose_they_are()
    {
        var admin = await shop.AdminClient();
        var (_, email, id) = await shop.CustomerClient();
        var (customer, other, _) = await shop.CustomerClient();
        foreach (var state in new[] { "CA", "TX", "NY" })
        {
            (await admin.Post("admin/tax-exemptions", new { email, number = state, country = "US", state })).Is(201);
        }

        var list = (await admin.Get($"admin/tax-exemptions?email={email.ToUpperInvariant()}&pageSize=2")).Is(200).Json;
        Assert.Equal((3, 2), (list["total"]!.GetValue<int>(), list["items"]!.AsArray().Count));
        var first = list["items"]![0]!;
        Assert.Equal((email, id.ToString(), "NY"), (Text(first, "email"), Text(first, "userId"), Text(first, "number")));
        Assert.Equal(0, (await admin.Get($"admin/tax-exemptions?email={other}")).Is(200).Json["total"]!.GetValue<int>());
        Assert.Equal(0, (await admin.Get("admin/tax-exemptions?email=nobody@example.com")).Is(200).Json["total"]!.GetValue<int>());
        Assert.True((await admin.Get("admin/tax-exemptions")).Is(200).Json["total"]!.GetValue<int>() >= 3);
        (await customer.Get("admin/tax-exemptions")).Is(403);
    }

    [Fact]
    public async Task Faulty_fields_are_named()
    {
        var admin = await shop.AdminClient();
        var empty = (await admin.Post("admin/tax-exemptions", new { })).Is(400);
        Assert.Equal(["country", "email", "number"], empty.Faulty.Order(StringComparer.Ordinal));
        var nobody = new { email = "nobody@example.com", number = "1", country = "US" };
        Assert.Equal(["email"], (await admin.Post("admin/tax-exemptions", nobody)).Is(400).Faulty);
        var (_, email, _) = await shop.CustomerClient();
        var backwards = new { email, number = "1", country = "US", state = "ZZ", validFrom = "2026-02-01", validUntil = "2026-01-31" };
        var refused = (await admin.Post("admin/tax-exemptions", backwards)).Is(400);
        Assert.Equal(["state", "validUntil"], refused.Faulty.Order(StringComparer.Ordinal));
        var made = await admin.Post("admin/tax-exemptions", new { email, number = "1", country = "US" });
        var path = "admin/tax-exemptions/" + made.Is(201).Json.Id();
        Assert.Equal(["number"], (await admin.Patch(path, new { number = "" })).Is(400).Faulty);
        Assert.Equal(["validUntil"], (await admin.Patch(path, new { validUntil = "tomorrow" })).Is(400).Faulty);
    }

    private async Task<string> CartFor(HttpClient customer, long price, string state)
    {
        var (product, _) = await shop.Product(price);
        var cart = await customer.NewCart();
        (await customer.Post($"carts/{cart}/lines", new { productId = product, quantity = 1 })).Is(200);
        (await customer.Put($"carts/{cart}/address", new { country = "US", state })).Is(200);
        return cart;
    }

    internal static async Task<Answer> Order(HttpClient client, string cart, string state)
    {
        var option = (await client.Get($"carts/{cart}/shipping-options")).Is(200).Json[0]!.Id();
        return await client.Post("orders", new
        {
            cartId = cart, email = "ann@example.com", name = "Ann Example", shippingOptionId = option, paymentMethod = "card",
            shippingAddress = new { line1 = "1 Main St", city = "San Francisco", state, postalCode = "94105", country = "US" },
        }, ("Idempotency-Key", Guid.CreateVersion7().ToString()));
    }

    private static string Text(JsonNode json, string name) => json[name]!.GetValue<string>();
}
