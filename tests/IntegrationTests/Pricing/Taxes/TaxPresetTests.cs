using System.Globalization;
using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Pricing.Taxes.Presets;

namespace Tradepost.IntegrationTests.Pricing.Taxes;

/// <summary>Tables of taxes taken over by staff, over HTTP; and their facts against the files they were made from.</summary>
public sealed class TaxPresetTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task Taking_a_table_over_is_shown_first_done_once_and_changes_nothing_when_done_again()
    {
        var admin = await shop.AdminClient();
        var (before, known) = (await Rates(admin), await Classes(admin));
        var look = (await admin.Post("admin/tax-presets/eu-vat?dryRun=true", new { countries = new[] { "de", "AT" } })).Is(200).Json;
        Assert.Equal((true, 5, 2, 0, 0), Counts(look)); // both standard rates get their exceptions
        var made = look["newTaxClasses"]!.AsArray().Select(code => code!.GetValue<string>());
        Assert.Equal(new[] { "reduced", "reduced-2", "super-reduced" }.Except(known).Order(), made.Order());
        Assert.Equal(before, await Rates(admin));
        Assert.Equal(known, await Classes(admin));

        var done = (await admin.Post("admin/tax-presets/eu-vat", new { countries = new[] { "DE", "AT" } })).Is(200).Json;
        Assert.Equal((false, 5, 2, 0, 0), Counts(done));
        Assert.Equal(look["changes"]!.ToJsonString(), done["changes"]!.ToJsonString());
        Assert.Equal(before + 5, await Rates(admin));
        var austria = (await admin.Get("admin/tax-rates?country=AT")).Is(200).Json["items"]!.AsArray();
        Assert.Equal(["20", "19", "13", "10", "4.9"], austria.Select(rate => rate!["percent"]!.GetValue<string>()));
        Assert.Equal("""["6691","6991-6993"]""", austria[1]!["postalCodes"]!.ToJsonString());

        var again = (await admin.Post("admin/tax-presets/eu-vat", new { countries = new[] { "DE", "AT" }, replace = true })).Is(200).Json;
        Assert.Equal((false, 0, 0, 0, 7), Counts(again));
        Assert.Empty(again["changes"]!.AsArray());
    }

    [Fact]
    public async Task A_table_replaces_other_taxes_only_when_asked_and_only_in_its_countries()
    {
        var admin = await shop.AdminClient();
        foreach (var (country, name) in new[] { ("NO", "MVA"), ("NZ", "GST") })
        {
            (await admin.Post("admin/tax-rates", new { name, country, percent = "24", appliesToShipping = true })).Is(201);
        }

        var body = new { countries = new[] { "NO" }, appliesToShipping = false };
        Assert.Equal((true, 3, 0, 0, 0), Counts((await admin.Post("admin/tax-presets/europe-vat?dryRun=true", body)).Is(200).Json));
        var replaced = (await admin.Post(
            "admin/tax-presets/europe-vat", new { countries = new[] { "NO" }, appliesToShipping = false, replace = true })).Is(200).Json;
        Assert.Equal((false, 3, 0, 1, 0), Counts(replaced));
        var norway = (await admin.Get("admin/tax-rates?country=NO")).Is(200).Json["items"]!.AsArray();
        Assert.Equal(["VAT 25", "VAT 15", "VAT 12"], norway.Select(rate => $"{rate!["name"]} {rate["percent"]}"));
        Assert.All(norway, rate => Assert.False(rate!["appliesToShipping"]!.GetValue<bool>()));
        Assert.Equal(1, (await admin.Get("admin/tax-rates?country=NZ")).Json["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_new_shop_has_the_states_of_the_US_already()
    {
        var admin = await shop.AdminClient();
        Assert.Equal((true, 0, 0, 0, 51), Counts((await admin.Post("admin/tax-presets/us-states?dryRun=true", new { })).Is(200).Json));
        var edited = (await admin.Get("admin/tax-rates?country=US&pageSize=1")).Json["items"]![0]!["id"]!.GetValue<string>();
        (await admin.Patch($"admin/tax-rates/{edited}", new { percent = "99" })).Is(200);
        var back = (await admin.Post("admin/tax-presets/us-states", new { })).Is(200).Json;
        Assert.Equal((false, 0, 1, 0, 50), Counts(back));
        Assert.Equal("99", back["changes"]![0]!["percentBefore"]!.GetValue<string>());
    }

    [Fact]
    public async Task Two_who_take_the_same_table_over_at_once_make_it_once()
    {
        var admin = await shop.AdminClient();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            admin.Post("admin/tax-presets/europe-vat", new { countries = new[] { "CH", "LI" } })));
        Assert.Equal([0, 0, 0, 6], answers.Select(answer => answer.Is(200).Json["created"]!.GetValue<int>()).Order());
    }

    [Fact]
    public async Task The_list_tells_of_what_day_and_where_from_and_faults_are_named()
    {
        var admin = await shop.AdminClient();
        var list = (await admin.Get("admin/tax-presets")).Is(200).Json["items"]!.AsArray();
        Assert.Equal(["eu-vat", "uk-vat", "europe-vat", "us-states"], list.Select(preset => preset!["id"]!.GetValue<string>()));
        Assert.Equal((27, "2026-08-22"), (list[0]!["countries"]!.AsArray().Count, list[0]!["asOf"]!.GetValue<string>()));
        Assert.Equal("pricing.tax_preset_not_found", (await admin.Post("admin/tax-presets/moon", new { })).Is(404).Code);
        var strange = new { countries = new[] { "DE", "US" } };
        Assert.Equal(["countries[1]"], (await admin.Post("admin/tax-presets/eu-vat", strange)).Is(400).Faulty);
        Assert.Equal(["dryRun"], (await admin.Post("admin/tax-presets/eu-vat?dryRun=maybe", new { })).Is(400).Faulty);
        var (customer, _, _) = await shop.CustomerClient();
        (await customer.Post("admin/tax-presets/eu-vat", new { })).Is(403);
    }

    [Fact]
    public void Every_VAT_rate_of_the_source_is_in_a_table_or_left_out_for_a_reason()
    {
        var source = JsonNode.Parse(File.ReadAllText(SharedData.Path("reference/eu_vat_rates_vatnode_2026-08.json")))!;
        var ours = new[] { "eu-vat", "uk-vat", "europe-vat" }.Select(id => TaxPreset.Find(id)!).ToArray();
        Assert.All(ours, preset => Assert.Equal(source["version"]!.GetValue<string>(), preset.AsOf));
        var rates = ours.SelectMany(preset => preset.Rates).ToLookup(rate => rate.Country);
        var leftOut = ours.SelectMany(preset => preset.LeftOut).ToLookup(fact => fact.Country, fact => Number(fact.Percent));
        foreach (var (country, facts) in source["rates"]!.AsObject().Where(pair => pair.Key is not ("XI" or "XK"))) // not of ISO 3166
        {
            Assert.Equal(facts!["eu_member"]!.GetValue<bool>(), ours[0].Countries.Contains(country));
            var theirs = new[] { facts["standard"], facts["super_reduced"], facts["parking"] }.Concat(facts["reduced"]!.AsArray())
                .Where(percent => percent is not null).Select(percent => percent!.GetValue<decimal>()).Distinct().Order();
            var known = rates[country].Select(rate => Number(rate.Percent)).Concat(leftOut[country]).Distinct().Order();
            Assert.Equal(theirs, known);
            var standard = rates[country].Single(rate => rate is { TaxClass: "standard", PostalCodes: null });
            Assert.Equal(facts["standard"]!.GetValue<decimal>(), Number(standard.Percent));
            Assert.All(rates[country].Where(rate => rate.TaxClass == "parking"),
                rate => Assert.Equal(facts["parking"]!.GetValue<decimal>(), Number(rate.Percent)));
        }
    }

    [Fact]
    public void The_states_of_the_US_are_those_of_the_source()
    {
        var lines = File.ReadAllLines(SharedData.Path("reference/us_state_sales_tax_2024.csv")).Skip(1).Select(line => line.Split(','));
        var theirs = lines.ToDictionary(cells => cells[0], cells => Number(cells[2]) * 100);
        var ours = TaxPreset.Find("us-states")!.Rates.ToDictionary(rate => rate.State!, rate => Number(rate.Percent));
        Assert.Equal(theirs.OrderBy(pair => pair.Key, StringComparer.Ordinal), ours.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static async Task<int> Rates(HttpClient admin) => (await admin.Get("admin/tax-rates")).Is(200).Json["total"]!.GetValue<int>();

    private static async Task<string[]> Classes(HttpClient admin) =>
    [
        .. (await admin.Get("admin/tax-classes")).Is(200).Json["items"]!.AsArray().Select(some => some!["code"]!.GetValue<string>()),
    ];

    private static (bool, int, int, int, int) Counts(JsonNode result) => (
        result["dryRun"]!.GetValue<bool>(), result["created"]!.GetValue<int>(), result["updated"]!.GetValue<int>(),
        result["removed"]!.GetValue<int>(), result["unchanged"]!.GetValue<int>());
}
