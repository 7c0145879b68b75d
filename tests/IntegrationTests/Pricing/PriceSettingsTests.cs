using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts;
using Tradepost.Contracts.Pricing;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Platform.Types;

namespace Tradepost.IntegrationTests.Pricing;

/// <summary>Taxes and shipping methods as staff set them, over HTTP, and prices that follow at once.</summary>
public sealed class PriceSettingsTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IPricing Pricing => shop.Services.GetRequiredService<IPricing>();

    [Fact]
    public async Task A_new_shop_taxes_California_and_Germany_and_delivers_there()
    {
        var quote = await Price(new("US", "CA", null, null));
        Assert.Equal([new("California sales tax", "7.25", Usd(725))], quote.Taxes);
        Assert.Equal("19", Assert.Single((await Price(new("DE", null, null, null))).Taxes).Percent);
        Assert.Empty((await Price(new("US", "OR", null, null))).Taxes);

        var options = await Pricing.ShippingOptions(Basket(new("US", "CA", null, null)), Stop);
        Assert.Equal([("standard", 0L), ("express", 1990L)], options.Select(option => (option.Code, option.Price.Minor)));
        Assert.Equal(Usd(7500), await Pricing.FreeShippingOver(Stop));
    }

    [Fact]
    public async Task A_tax_is_due_as_soon_as_it_is_made_changes_when_edited_and_ends_when_deleted()
    {
        var admin = await shop.AdminClient();
        var place = new Destination("NZ", null, null, null);
        Assert.Empty((await Price(place)).Taxes);

        var gst = new { name = "GST", country = "nz", percent = "15.0", appliesToShipping = false };
        var made = (await admin.Post("admin/tax-rates", gst)).Is(201);
        Assert.Equal(("NZ", "15"), (Text(made.Json, "country"), Text(made.Json, "percent")));
        Assert.Equal(1500, (await Price(place)).Totals.Tax.Minor);

        var path = "admin/tax-rates/" + Text(made.Json, "id");
        (await admin.Patch(path, new { percent = "12.5" })).Is(200);
        Assert.Equal(1250, (await Price(place)).Totals.Tax.Minor);

        (await admin.Delete(path)).Is(204);
        Assert.Empty((await Price(place)).Taxes);
        (await admin.Delete(path)).Is(404);
        (await admin.Patch(path, new { percent = "1" })).Is(404);
    }

    [Fact]
    public async Task Two_taxes_of_one_name_at_one_place_are_refused_also_at_once()
    {
        var admin = await shop.AdminClient();
        var body = new { name = "Levy", country = "US", state = "CA", percent = "1", appliesToShipping = false };
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => admin.Post("admin/tax-rates", body)));
        Assert.Equal([201, 409, 409, 409], answers.Select(answer => answer.Status).Order());
        Assert.Equal("pricing.tax_rate_exists", answers.First(answer => answer.Status == 409).Code);
        (await admin.Delete("admin/tax-rates/" + Text(answers.Single(answer => answer.Status == 201).Json, "id"))).Is(204);
    }

    [Fact]
    public async Task A_stale_edit_is_refused_and_a_state_of_null_means_the_whole_country()
    {
        var admin = await shop.AdminClient();
        var body = new { name = "HST", country = "US", state = "TX", percent = "3", appliesToShipping = true };
        var path = "admin/tax-rates/" + Text((await admin.Post("admin/tax-rates", body)).Is(201).Json, "id");

        var first = (await admin.Patch(path, new { name = "HST 2" }, ("If-Match", "\"1\""))).Is(200);
        Assert.Equal("\"2\"", first.Headers.ETag!.Tag);
        (await admin.Patch(path, new { name = "HST 3" }, ("If-Match", "\"1\""))).Is(412);
        var nationwide = (await admin.Patch(path, JsonNode.Parse("""{"state":null}"""))).Is(200).Json;
        Assert.Null(nationwide["state"]);
        Assert.Equal("HST 2", Text(nationwide, "name"));
        Assert.Equal(["state"], (await admin.Patch(path, new { state = "ZZ" })).Is(400).Faulty);
        (await admin.Delete(path)).Is(204);
    }

    [Fact]
    public async Task A_shipping_method_is_offered_as_soon_as_it_is_made_and_not_when_switched_off()
    {
        var admin = await shop.AdminClient();
        var place = new Destination("IS", null, null, null);
        var made = (await admin.Post("admin/shipping-methods", new
        {
            code = "sea", name = "By sea", basePrice = Json(250), perKg = Json(40), freeOver = Json(900_000),
            estimatedDays = new { min = 20, max = 30 }, countries = new[] { "IS", "FO" },
        })).Is(201).Json;
        Assert.Equal(["FO", "IS"], made["countries"]!.AsArray().Select(code => code!.GetValue<string>()));
        Assert.True(made["active"]!.GetValue<bool>());

        var option = (await Pricing.ShippingOptions(Basket(place), Stop)).Single(option => option.Code == "sea");
        Assert.Equal((250 + 80, new EstimatedDays(20, 30)), (option.Price.Minor, option.EstimatedDays)); // 2 kg

        var path = "admin/shipping-methods/" + Text(made, "id");
        var edited = (await admin.Patch(path, JsonNode.Parse("""{"freeOver":null,"countries":null}"""))).Is(200).Json;
        Assert.Null(edited["freeOver"]);
        Assert.Contains(await Pricing.ShippingOptions(Basket(new("US", "CA", null, null)), Stop), offered => offered.Code == "sea");

        (await admin.Patch(path, new { active = false })).Is(200);
        Assert.DoesNotContain(await Pricing.ShippingOptions(Basket(place), Stop), offered => offered.Code == "sea");
        var quote = await Pricing.Price(Basket(place) with { ShippingOption = option.Id }, Stop);
        Assert.Equal(PricingErrors.ShippingUnavailable, quote.Refusal!.Error);
        (await admin.Delete(path)).Is(204);
    }

    [Fact]
    public async Task Faulty_fields_of_a_shipping_method_are_named()
    {
        var admin = await shop.AdminClient();
        Assert.Equal(
            ["basePrice", "code", "estimatedDays", "name"],
            (await admin.Post("admin/shipping-methods", new { })).Is(400).Faulty.Order(StringComparer.Ordinal));
        var days = new { min = 1, max = 2 };
        var euros = new { code = "x", name = "X", basePrice = new { minor = 1, currency = "EUR" }, estimatedDays = days };
        Assert.Equal(["basePrice"], (await admin.Post("admin/shipping-methods", euros)).Is(400).Faulty);
        var taken = new { code = "standard", name = "X", basePrice = Json(1), estimatedDays = days };
        Assert.Equal("pricing.shipping_code_taken", (await admin.Post("admin/shipping-methods", taken)).Is(409).Code);
    }

    [Fact]
    public async Task Lists_are_paged_and_for_staff_only()
    {
        var admin = await shop.AdminClient();
        var list = (await admin.Get("admin/tax-rates?pageSize=5&page=2")).Is(200).Json;
        Assert.Equal((5, true), (list["items"]!.AsArray().Count, list["total"]!.GetValue<int>() >= 79));
        Assert.Equal(["express", "standard"], (await admin.Get("admin/shipping-methods")).Is(200).Json["items"]!.AsArray()
            .Select(method => Text(method!, "code")).Where(code => code is "express" or "standard"));

        var (customer, _, _) = await shop.CustomerClient();
        (await customer.Get("admin/tax-rates")).Is(403);
        (await customer.Post("admin/shipping-methods", new { })).Is(403);
    }

    private static Basket Basket(Destination to) => new(Currency.Usd, [new("a", "Thing", Usd(10_000), 1, 2000)], to, null);

    private async Task<Quote> Price(Destination to) => (await Pricing.Price(Basket(to), Stop)).Value;

    private static Money Usd(long minor) => new(minor, Currency.Usd);

    private static object Json(long minor) => new { minor, currency = "USD" };

    private static string Text(JsonNode json, string name) => json[name]!.GetValue<string>();
}
