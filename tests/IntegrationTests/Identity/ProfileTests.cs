using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Identity;

/// <summary>One's own profile and address book.</summary>
public sealed class ProfileTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private static JsonObject Address(string line1 = "1 Main Street", bool shipping = false, bool billing = false) => new()
    {
        ["name"] = "June Okafor",
        ["line1"] = line1,
        ["city"] = "Portland",
        ["state"] = "or",
        ["postalCode"] = "97214",
        ["country"] = "us",
        ["isDefaultShipping"] = shipping,
        ["isDefaultBilling"] = billing,
    };

    [Fact]
    public async Task An_edit_changes_what_is_sent_clears_what_is_null_and_leaves_the_rest()
    {
        var (client, email, _) = await shop.CustomerClient();
        using (client)
        {
            (await client.Patch("me", new { firstName = "  June ", phone = "+1 503 555 0142", visibility = "public" })).Is(200);
            (await client.Patch("me", JsonNode.Parse("""{"phone": null, "lastName": ""}"""))).Is(200);
            var me = (await client.Get("me")).Is(200).Json;
            var shown = new[] { "firstName", "visibility", "email" }.Select(name => me[name]!.GetValue<string>());
            Assert.Equal(["June", "public", email], shown);
            Assert.Null(me["phone"]);
            Assert.Null(me["lastName"]);
        }
    }

    [Fact]
    public async Task A_faulty_profile_changes_nothing_and_names_every_field()
    {
        var (client, _, _) = await shop.CustomerClient();
        using (client)
        {
            var answer = await client.Patch(
                "me", new { firstName = new string('x', 101), phone = 7, visibility = "everyone", lastName = "Changed" });
            Assert.Equal("firstName,phone,visibility", string.Join(',', answer.Is(400).Faulty.Order(StringComparer.Ordinal)));
            Assert.NotEqual("Changed", (await client.Get("me")).Json["lastName"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Addresses_are_saved_replaced_and_forgotten()
    {
        var (client, _, _) = await shop.CustomerClient();
        using (client)
        {
            var saved = (await client.Post("me/addresses", Address())).Is(201);
            var id = saved.Json["id"]!.GetValue<string>();
            Assert.Equal(("OR", "US"), (saved.Json["state"]!.GetValue<string>(), saved.Json["country"]!.GetValue<string>()));
            Assert.Equal($"/api/v1/me/addresses/{id}", saved.Headers.Location!.ToString());
            var replaced = (await client.Put($"me/addresses/{id}", Address("2 Main Street"))).Is(200).Json;
            Assert.Equal("2 Main Street", replaced["line1"]!.GetValue<string>());
            Assert.Single((await client.Get("me/addresses")).Is(200).Json["items"]!.AsArray());
            (await client.Delete($"me/addresses/{id}")).Is(204);
            (await client.Delete($"me/addresses/{id}")).Is(404);
            Assert.Equal(0, (await client.Get("me/addresses")).Json["total"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task A_new_default_takes_the_place_of_the_one_before_each_kind_by_itself()
    {
        var (client, _, _) = await shop.CustomerClient();
        using (client)
        {
            var first = (await client.Post("me/addresses", Address("first", shipping: true, billing: true))).Is(201)
                .Json["id"]!.GetValue<string>();
            (await client.Post("me/addresses", Address("second", shipping: true))).Is(201);
            Assert.Equal(["first:False:True", "second:True:False"], await Defaults(client));
            (await client.Put($"me/addresses/{first}", Address("first", shipping: true))).Is(200);
            Assert.Equal(["first:True:False", "second:False:False"], await Defaults(client));
        }
    }

    [Fact]
    public async Task Of_many_defaults_set_at_once_exactly_one_stays()
    {
        var (client, _, _) = await shop.CustomerClient();
        using (client)
        {
            var answers = await Task.WhenAll(
                Enumerable.Range(0, 8).Select(i => client.Post("me/addresses", Address($"street {i}", true, true))));
            Assert.All(answers, answer => answer.Is(201));
            var defaults = await Defaults(client);
            Assert.Single(defaults, one => one.EndsWith("True:True", StringComparison.Ordinal));
            Assert.Equal(7, defaults.Count(one => one.EndsWith("False:False", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_strangers_address_is_not_there()
    {
        var (owner, _, _) = await shop.CustomerClient();
        var (stranger, _, _) = await shop.CustomerClient();
        var id = (await owner.Post("me/addresses", Address())).Is(201).Json["id"]!.GetValue<string>();
        Assert.Equal("addresses.not_found", (await stranger.Put($"me/addresses/{id}", Address("mine now"))).Is(404).Code);
        Assert.Equal("addresses.not_found", (await stranger.Delete($"me/addresses/{id}")).Is(404).Code);
        Assert.Equal(0, (await stranger.Get("me/addresses")).Json["total"]!.GetValue<int>());
        Assert.Equal("1 Main Street", (await owner.Get("me/addresses")).Json["items"]![0]!["line1"]!.GetValue<string>());
        owner.Dispose();
        stranger.Dispose();
    }

    [Theory]
    [InlineData("""{}""", "city,country,line1,name")]
    [InlineData("""{"name":"A","line1":"B","city":"C","country":"US"}""", "postalCode,state")]
    [InlineData("""{"name":"A","line1":"B","city":"C","country":"US","state":"ZZ","postalCode":"abc"}""", "postalCode,state")]
    [InlineData("""{"name":"A","line1":"B","city":"C","country":"Atlantis"}""", "country")]
    [InlineData("""{"name":" ","line1":1,"city":"C","country":"IE","isDefaultShipping":"yes"}""", "isDefaultShipping,line1,name")]
    public async Task Every_faulty_field_of_an_address_is_named(string body, string fields)
    {
        var (client, _, _) = await shop.CustomerClient();
        using (client)
        {
            var answer = (await client.Post("me/addresses", JsonNode.Parse(body))).Is(400);
            Assert.Equal(fields, string.Join(',', answer.Faulty.Order(StringComparer.Ordinal)));
            Assert.Equal(0, (await client.Get("me/addresses")).Json["total"]!.GetValue<int>());
        }
    }

    [Theory]
    [InlineData("me/addresses?page=0", "page")]
    [InlineData("me/addresses?pageSize=101", "pageSize")]
    [InlineData("me/addresses?page=one&pageSize=-1", "page,pageSize")]
    public async Task A_page_out_of_range_is_named(string path, string fields)
    {
        var (client, _, _) = await shop.CustomerClient();
        using (client)
        {
            Assert.Equal(fields, string.Join(',', (await client.Get(path)).Is(400).Faulty.Order(StringComparer.Ordinal)));
            Assert.Equal("id", Assert.Single((await client.Delete("me/addresses/not-an-id")).Is(400).Faulty));
        }
    }

    private static async Task<IReadOnlyList<string>> Defaults(HttpClient client) =>
        [.. (await client.Get("me/addresses")).Is(200).Json["items"]!.AsArray()
            .Select(one => $"{one!["line1"]}:{one["isDefaultShipping"]!.GetValue<bool>()}:{one["isDefaultBilling"]!.GetValue<bool>()}")
            .Order(StringComparer.Ordinal)];
}
