using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;

namespace Tradepost.IntegrationTests.Promotions;

/// <summary>What staff do with promotions over HTTP.</summary>
public sealed class EditPromotionTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private const string Everything =
        """
        {"name":"Autumn 10 %","code":"Autumn","startsAt":"2026-01-01T00:00:00Z","endsAt":"2036-01-01T00:00:00+02:00","priority":10,
         "combinable":false,"usageLimit":5,"perCustomerLimit":1,"badge":"Autumn","showCountdown":true,
         "conditions":[{"type":"minSubtotal","amount":{"minor":5000,"currency":"USD"}},{"type":"minLineQuantity","quantity":3},
           {"type":"minQuantity","quantity":4},{"type":"tags","any":["sale","new"]},{"type":"products","any":["x"]},
           {"type":"categories","any":["phones"]},{"type":"brands","any":["Aria"]},{"type":"vendors","any":["v"]},
           {"type":"customerGroup","any":["member"]},{"type":"country","any":["US"]},{"type":"firstOrder"},
           {"type":"paymentMethod","any":["card"]}],
         "benefit":{"type":"percent","percent":"10.50","target":"lines","cap":{"minor":2000,"currency":"USD"}}}
        """;

    [Fact]
    public async Task A_promotion_comes_back_as_it_was_sent_with_where_it_stands()
    {
        var admin = await shop.AdminClient();
        var made = await shop.Promotion(Everything);
        var answer = (await admin.Get(Promoting.Path(made))).Is(200);
        Assert.Equal("\"1\"", answer.Headers.ETag!.Tag);
        var json = answer.Json;
        Assert.Equal(("Autumn 10 %", "Autumn", "running"), (json.Text("name"), json.Text("code"), json.Text("state")));
        Assert.Equal("2035-12-31T22:00:00+00:00", json.Text("endsAt"));
        Assert.Equal(("10.5", 2000), (json["benefit"]!.Text("percent"), json["benefit"]!.Minor("cap")));
        Assert.Equal(
            ["minSubtotal", "minLineQuantity", "minQuantity", "tags", "products", "categories", "brands", "vendors", "customerGroup",
                "country", "firstOrder", "paymentMethod"],
            json["conditions"]!.AsArray().Select(condition => condition!.Text("type")));
        Assert.Equal([0, 5, 1], new[] { "used", "usageLimit", "perCustomerLimit" }.Select(name => json[name]!.GetValue<int>()));
        await shop.Remove(made);
    }

    [Fact]
    public async Task Every_faulty_field_is_named()
    {
        var admin = await shop.AdminClient();
        Assert.Equal(["benefit", "name"], (await admin.Post("admin/promotions", new { })).Is(400).Faulty.Order(StringComparer.Ordinal));
        var faulty = JsonNode.Parse(
            """
            {"name":" ","code":"two words","startsAt":"2026-02-01T00:00:00Z","endsAt":"2026-01-01T00:00:00Z","usageLimit":0,
             "perCustomerLimit":-1,"badge":" ","priority":"high",
             "conditions":[{"type":"minSubtotal","amount":{"minor":1,"currency":"EUR"}},{"type":"moon"},{"type":"tags","any":[]},
               {"type":"country","any":["XX"]}],
             "benefit":{"type":"fixed","amount":{"minor":-1,"currency":"USD"},"target":"moon"}}
            """);
        Assert.Equal(
            ["badge", "benefit.amount", "benefit.target", "code", "conditions[1].type", "conditions[2].any", "conditions[3].any",
                "endsAt", "name", "perCustomerLimit", "priority", "usageLimit"],
            (await admin.Post("admin/promotions", faulty)).Is(400).Faulty.Order(StringComparer.Ordinal));
        var euros = new { name = "X", benefit = new { type = "fixed", amount = new { minor = 1, currency = "EUR" } } };
        Assert.Equal(["benefit.amount"], (await admin.Post("admin/promotions", euros)).Is(400).Faulty);
        var countdown = new { name = "X", showCountdown = true, benefit = new { type = "freeShipping" } };
        Assert.Equal(["showCountdown"], (await admin.Post("admin/promotions", countdown)).Is(400).Faulty);
    }

    [Fact]
    public async Task An_edit_leaves_what_it_does_not_name_clears_what_is_null_and_minds_the_version()
    {
        var admin = await shop.AdminClient();
        var made = await shop.Promotion("""{"name":"A","code":"EDIT-1","badge":"Now","benefit":{"type":"freeShipping"}}""");
        var edited = (await admin.Patch(
            Promoting.Path(made), JsonNode.Parse("""{"badge":null,"usageLimit":3,"active":false}"""), ("If-Match", "\"1\""))).Is(200);
        Assert.Equal("\"2\"", edited.Headers.ETag!.Tag);
        Assert.Null(edited.Json["badge"]);
        Assert.Equal(("EDIT-1", "off"), (edited.Json.Text("code"), edited.Json.Text("state")));
        Assert.Equal(3, edited.Json["usageLimit"]!.GetValue<int>());
        (await admin.Patch(Promoting.Path(made), new { name = "B" }, ("If-Match", "\"1\""))).Is(412);
        Assert.Equal(["name"], (await admin.Patch(Promoting.Path(made), JsonNode.Parse("""{"name":null}"""))).Is(400).Faulty);
        (await admin.Patch("admin/promotions/" + Guid.CreateVersion7(), new { name = "B" })).Is(404);
        await shop.Remove(made);
    }

    [Fact]
    public async Task A_code_belongs_to_one_promotion_whatever_its_case_until_that_is_deleted_and_a_restored_one_must_not_meet_it()
    {
        var admin = await shop.AdminClient();
        var first = await shop.Promotion("""{"name":"A","code":"Taken","benefit":{"type":"freeShipping"}}""");
        var body = JsonNode.Parse("""{"name":"B","code":"tAKEN","benefit":{"type":"freeShipping"}}""");
        Assert.Equal("promotions.code_taken", (await admin.Post("admin/promotions", body)).Is(409).Code);

        await shop.Remove(first);
        (await admin.Delete(Promoting.Path(first))).Is(404);
        (await admin.Patch(Promoting.Path(first), new { name = "C" })).Is(404);
        var second = (await admin.Post("admin/promotions", body)).Is(201).Json;
        Assert.Equal("promotions.code_taken", (await admin.Post(Promoting.Path(first) + "/restoration")).Is(409).Code);

        await shop.Remove(second);
        Assert.Equal("running", (await admin.Post(Promoting.Path(first) + "/restoration")).Is(200).Json.Text("state"));
        await shop.Remove(first);
    }

    [Fact]
    public async Task Lists_show_states_find_names_and_codes_and_know_what_needs_a_code()
    {
        var admin = await shop.AdminClient();
        var running = await shop.Promotion("""{"name":"List running","benefit":{"type":"freeShipping"}}""");
        var scheduled = await shop.Promotion(
            """{"name":"List scheduled","startsAt":"2036-01-01T00:00:00Z","code":"LIST-100%","benefit":{"type":"freeShipping"}}""");
        var ended = await shop.Promotion("""{"name":"List ended","endsAt":"2020-01-01T00:00:00Z","benefit":{"type":"freeShipping"}}""");
        var off = await shop.Promotion("""{"name":"List off","active":false,"benefit":{"type":"freeShipping"}}""");
        foreach (var state in new[] { "running", "scheduled", "ended", "off" })
        {
            Assert.Equal(["List " + state], await Names($"q=list&state={state}"));
        }

        Assert.Equal(["List scheduled"], await Names("q=list-100%25"));
        Assert.Equal(["List scheduled"], await Names("q=list&hasCode=true"));
        Assert.Equal(["List off", "List ended", "List running"], await Names("q=list&hasCode=false"));
        Assert.Equal(["List off", "List running"], await Names("q=list&from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z"));
        await shop.Remove(off);
        Assert.Equal(["List off"], await Names("q=list&state=deleted"));
        Assert.Equal(["hasCode", "state"], (await admin.Get("admin/promotions?state=moon&hasCode=maybe")).Is(400).Faulty.Order());
        var (customer, _, _) = await shop.CustomerClient();
        (await customer.Get("admin/promotions")).Is(403);
        foreach (var promotion in new[] { running, scheduled, ended })
        {
            await shop.Remove(promotion);
        }

        async Task<List<string>> Names(string query) =>
            [.. (await admin.Get("admin/promotions?" + query)).Is(200).Json["items"]!.AsArray().Select(item => item!.Text("name"))];
    }
}
