using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.BadInput;

/// <summary>Every route that takes a body, given what it should not be given. It may refuse; it may never break.</summary>
public sealed class HostileBodiesTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private static readonly string[] AlwaysTried =
    [
        "", " ", "\0", "a\0b", "\ud800", "'; drop table orders; --", "<script>alert(1)</script>", "../../../../etc/passwd", "%s%n%x",
            "{{7*7}}",
        "\u202e\u0000", "👩‍👩‍👧‍👦", "Ω≈ç√∫", "-1", "1e309", "NaN", "null", "undefined", "true", "0x7fffffff", "\r\nSet-Cookie: a=b",
    ];

    private static readonly string[] Leaks = ["   at ", "Npgsql", "PostgresException", "System.", "SELECT ", "select ", "StackTrace",
        "violates"];

    private static readonly Func<JsonNode?>[] Numbers =
    [
        () => -1, () => 0, () => 1, () => long.MaxValue, () => JsonNode.Parse("1e400"), () => 1.5, () => "12", () => null, () =>
            new JsonArray(),
    ];

    [Fact]
    public async Task No_text_makes_a_write_route_fail()
    {
        var admin = await shop.AdminClient();
        var routes = await Routes();
        var texts = AlwaysTried.Select(text => (JsonNode?)JsonValue.Create(text)).ToList();
        foreach (var route in routes.All)
        {
            foreach (var text in texts)
            {
                await Try(admin, routes, route, () => text?.DeepClone(), Numbers[2]);
            }
        }
    }

    [Fact]
    public async Task No_string_of_the_big_lists_makes_a_write_route_fail()
    {
        var admin = await shop.AdminClient();
        var routes = await Routes();
        var next = 0;
        foreach (var line in SharedData.Lines("bad_input/naughty_strings.jsonl.gz"))
        {
            var text = line["string"]?.GetValue<string>() ?? "";
            await Try(admin, routes, routes.All[next++ % routes.All.Count], () => JsonValue.Create(text), Numbers[2]);
        }
    }

    [Fact]
    public async Task No_number_makes_a_write_route_fail()
    {
        var admin = await shop.AdminClient();
        var routes = await Routes();
        foreach (var route in routes.All)
        {
            foreach (var number in Numbers)
            {
                await Try(admin, routes, route, () => JsonValue.Create("text"), number);
            }
        }
    }

    [Theory]
    [InlineData("", "application/json", 400)]
    [InlineData("{", "application/json", 400)]
    [InlineData("[]", "application/json", 400)]
    [InlineData("null", "application/json", 400)]
    [InlineData("\"text\"", "application/json", 400)]
    [InlineData("{\"a\":1,\"a\":2}", "application/json", 400)]
    [InlineData("<a/>", "application/xml", 415)]
    [InlineData("a=b", "application/x-www-form-urlencoded", 415)]
    public async Task A_body_that_is_no_object_is_refused_with_its_reason(string body, string type, int status)
    {
        using var anonymous = shop.Client();
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        var answer = await anonymous.Post("auth/register", content);
        Assert.Equal(status, answer.Status);
        Assert.NotNull(answer.Code);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_413()
    {
        using var anonymous = shop.Client();
        var answer = await anonymous.Post("auth/register", new { email = "a@b.de", password = new string('x', 2_000_000) });
        Assert.Equal((413, "request.too_large"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Deep_nesting_is_refused()
    {
        using var anonymous = shop.Client();
        using var content = new StringContent(string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000),
            Encoding.UTF8, "application/json");
        Assert.Equal(400, (await anonymous.Post("auth/register", content)).Status);
    }

    private async Task<WriteRoutes> Routes()
    {
        using var client = new HttpClient { BaseAddress = new Uri(shop.Address) };
        return new(JsonNode.Parse(await client.GetStringAsync(
            new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken))!);
    }

    private static async Task Try(HttpClient client, WriteRoutes routes, WriteRoutes.Route route, Func<JsonNode?> text,
        Func<JsonNode?> number)
    {
        var body = routes.Body(route.Schema, text, number)?.ToJsonString() ?? "{}";
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var key = Guid.CreateVersion7().ToString();
        var answer = await client.Send(new HttpMethod(route.Method), WriteRoutes.Address(route, key), content, ("Idempotency-Key", key));
        Assert.True(answer.Status < 500, $"{route.Method} {route.Path} answered {answer.Status} to {body}: {answer.Text}");
        Assert.True(answer.Status < 400 || answer.Code is not null, $"{route.Method} {route.Path} refused without a code: {answer.Text}");
        var leaks = Leaks.Where(leak => answer.Status >= 400 && answer.Text.Contains(leak, StringComparison.Ordinal));
        Assert.False(leaks.Any(), $"{route.Method} {route.Path} tells too much: {answer.Text}, asked with {body}");
    }
}
