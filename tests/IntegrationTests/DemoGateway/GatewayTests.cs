using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;

namespace Tradepost.IntegrationTests.DemoGateway;

/// <summary>The gateway as a merchant meets it: over HTTP, with a key.</summary>
public sealed class GatewayTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task Without_the_right_key_there_is_no_service()
    {
        using var client = shop.Client();
        var body = Charge("a");
        foreach (var key in new[] { "", "Bearer", "Bearer wrong", "Basic " + ApiKey, "Bearer " + ApiKey + "x" })
        {
            Assert.Equal("gateway.wrong_key", (await client.Post(Url("charges"), body, ("Authorization", key))).Is(401).Code);
        }

        (await client.Get(Url("charges/a"))).Is(401);
        (await client.Post(Url("charges/a/void"))).Is(401);
    }

    [Fact]
    public async Task A_charge_asked_for_twenty_times_at_once_is_one_charge()
    {
        var id = Buying.NewKey();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Post("charges", Charge(id))));
        Assert.Single(answers.Select(answer => answer.Is(200).Json.Text("id")).Distinct());
        Assert.Equal("succeeded", (await Get($"charges/{id}")).Is(200).Json.Text("status"));
    }

    [Fact]
    public async Task An_id_used_for_another_amount_is_refused()
    {
        var id = Buying.NewKey();
        (await Post("charges", Charge(id))).Is(200);
        Assert.Equal("gateway.key_reused", (await Post("charges", Charge(id, minor: 5000))).Is(409).Code);
    }

    [Fact]
    public async Task An_attempt_given_up_before_it_arrives_takes_nothing()
    {
        var id = Buying.NewKey();
        Assert.Equal("voided", (await Post($"charges/{id}/void", null)).Is(200).Json.Text("status"));
        Assert.Equal("voided", (await Post("charges", Charge(id))).Is(200).Json.Text("status"));
        Assert.Equal("voided", (await Get($"charges/{id}")).Json.Text("status"));
    }

    [Fact]
    public async Task Money_that_was_taken_is_not_given_up_but_given_back()
    {
        var id = Buying.NewKey();
        var charge = (await Post("charges", Charge(id))).Json.Text("id");
        Assert.Equal("succeeded", (await Post($"charges/{id}/void", null)).Is(200).Json.Text("status"));
        var refund = Buying.NewKey();
        var first = (await Refund(refund, charge, 400)).Is(200);
        Assert.Equal(first.Text, (await Refund(refund, charge, 400)).Is(200).Text);
        Assert.Equal("gateway.key_reused", (await Refund(refund, charge, 401)).Is(409).Code);
        Assert.Equal("gateway.not_refundable", (await Refund(Buying.NewKey(), charge, 601)).Is(409).Code);
        (await Refund(Buying.NewKey(), charge, 600)).Is(200);
    }

    [Fact]
    public async Task Giving_up_a_challenge_closes_its_page()
    {
        var id = Buying.NewKey();
        var path = (await Post("charges", Charge(id, Buying.Challenged))).Json.Text("challengePath");
        (await Post($"charges/{id}/void", null)).Is(200);
        using var client = shop.Client();
        var page = (await client.Get(shop.Address + path)).Is(200);
        Assert.Contains("given up", page.Text, StringComparison.Ordinal);
        (await client.Post(shop.Address + path, Form("approve"))).Is(303);
        Assert.Equal("voided", (await Get($"charges/{id}")).Json.Text("status"));
    }

    [Fact]
    public async Task A_challenge_can_be_answered_once()
    {
        var id = Buying.NewKey();
        var path = (await Post("charges", Charge(id, Buying.Challenged))).Json.Text("challengePath");
        using var client = shop.Client();
        var declined = (await client.Post(shop.Address + path, Form("decline"))).Is(303);
        var second = (await client.Post(shop.Address + path, Form("approve"))).Is(303);
        Assert.Equal(declined.Headers.Location, second.Headers.Location);
        Assert.Equal("declined", (await Get($"charges/{id}")).Json.Text("status"));
    }

    [Fact]
    public async Task The_page_allows_no_scripts_and_is_not_kept_by_browsers()
    {
        var path = (await Post("charges", Charge(Buying.NewKey(), Buying.Challenged))).Json.Text("challengePath");
        using var client = shop.Client();
        var page = await client.Get(shop.Address + path);
        Assert.Contains("script-src 'self'", string.Join(';', page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.True(page.Headers.CacheControl!.NoStore);
        (await client.Get(shop.Address + "/demo-gateway/challenges/nothing")).Is(404);
        (await client.Post(shop.Address + path, new { answer = "approve" })).Is(415);
    }

    [Fact]
    public async Task What_is_not_there_and_what_is_faulty_is_said_so()
    {
        (await Get($"charges/{Buying.NewKey()}")).Is(404);
        (await Refund("r", "ch_none", 1)).Is(404);
        var faulty = await Post("charges", new { amount = new { minor = 0, currency = "USD" }, returnPath = "https://evil.example" });
        string[] fields = ["attemptId", "amount", "card.number", "returnPath", "webhookUrl"];
        Assert.Superset(fields.ToHashSet(), faulty.Is(400).Faulty.ToHashSet());
    }

    private string ApiKey => shop.Services.GetRequiredService<IConfiguration>()["DemoGateway:ApiKey"]!;

    private static FormUrlEncodedContent Form(string answer) => new([KeyValuePair.Create("answer", answer)]);

    private static object Charge(string attemptId, string number = Buying.Pays, long minor = 1000) => new
    {
        attemptId, amount = new { minor, currency = "USD" }, card = new { number }, description = "Test", returnPath = "/back",
        webhookUrl = "http://127.0.0.1:9/",
    };

    private string Url(string path) => $"{shop.Address}/demo-gateway/v1/{path}";

    private async Task<Answer> Post(string path, object? body)
    {
        using var client = shop.Client();
        return await client.Post(Url(path), body, ("Authorization", "Bearer " + ApiKey));
    }

    private async Task<Answer> Get(string path)
    {
        using var client = shop.Client();
        return await client.Get(Url(path), ("Authorization", "Bearer " + ApiKey));
    }

    private Task<Answer> Refund(string refundId, string chargeId, long minor) =>
        Post("refunds", new { refundId, chargeId, amount = new { minor, currency = "USD" } });
}
