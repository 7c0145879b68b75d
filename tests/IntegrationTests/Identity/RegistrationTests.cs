using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Identity;

/// <summary>Making an account, and what must not be learnt about others by trying.</summary>
public sealed class RegistrationTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private const string Strong = "Tall-Giraffe-7";

    [Fact]
    public async Task A_taken_address_gets_the_same_answer_and_its_owner_is_told()
    {
        using var client = shop.Client();
        var first = await client.Post("auth/register", new { email = "taken@example.com", password = Strong, firstName = "Ann" });
        var second = await client.Post(
            "auth/register", new { email = "TAKEN@example.com", password = "Other-Zebra-99", firstName = "Eve" });
        Assert.Equal(Shape(first.Is(201)), Shape(second.Is(201)));
        Assert.NotEqual(first.Json["user"]!["id"]!.GetValue<string>(), second.Json["user"]!["id"]!.GetValue<string>());
        (await client.Post("auth/login", new { email = "taken@example.com", password = "Other-Zebra-99" })).Is(401);
        (await client.Post("auth/login", new { email = "taken@example.com", password = Strong })).Is(200);
        await MailTo("TAKEN@example.com", "registered_again");
        Assert.Equal(1, await Count("select count(*)::int from identity.users where lower(email) = 'taken@example.com'"));
    }

    [Fact]
    public async Task Of_many_registrations_of_one_address_at_once_one_makes_the_account_and_all_look_alike()
    {
        using var client = shop.Client();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            client.Post("auth/register", new { email = "crowd@example.com", password = Strong })));
        Assert.All(answers, answer => answer.Is(201));
        Assert.Equal(1, await Count("select count(*)::int from identity.users where lower(email) = 'crowd@example.com'"));
    }

    [Fact]
    public async Task Signing_in_fails_alike_for_a_wrong_password_and_an_unknown_address()
    {
        using var client = shop.Client();
        await client.Post("auth/register", new { email = "known@example.com", password = Strong });
        var wrong = await client.Post("auth/login", new { email = "known@example.com", password = "Wrong-Giraffe-7" });
        var unknown = await client.Post("auth/login", new { email = "unknown@example.com", password = "Wrong-Giraffe-7" });
        Assert.Equal("auth.invalid_credentials", wrong.Is(401).Code);
        Assert.Equal(WithoutTrace(wrong), WithoutTrace(unknown.Is(401)));
        Assert.Equal(Names(wrong), Names(unknown));
    }

    [Fact]
    public async Task Asking_for_links_answers_alike_for_known_and_unknown_addresses()
    {
        using var client = shop.Client();
        await client.Post("auth/register", new { email = "links@example.com", password = Strong });
        foreach (var email in new[] { "links@example.com", "nobody@example.com" })
        {
            Assert.Equal("", (await client.Post("auth/forgot-password", new { email })).Is(202).Text);
            Assert.Equal("", (await client.Post("auth/resend-confirmation", new { email })).Is(204).Text);
        }

        await MailTo("links@example.com", "reset_password");
        Assert.Equal(0, await Count("select count(*)::int from notifications.mails where recipient = 'nobody@example.com'"));
    }

    [Fact]
    public async Task Nobody_becomes_more_than_a_customer_by_registering()
    {
        using var client = shop.Client();
        var roles = new[] { "admin" };
        var body = new { email = "greedy@example.com", password = Strong, roles, role = "admin", isAdmin = true, disabled = false };
        var user = (await client.Post("auth/register", body)).Is(201).Json["user"]!;
        Assert.Equal("""["customer"]""", user["roles"]!.ToJsonString());
        var pair = (await client.Post("auth/login", new { email = "greedy@example.com", password = Strong })).Is(200).Json;
        Assert.Equal("""["customer"]""", pair["user"]!["roles"]!.ToJsonString());
        using var signedIn = shop.Client(pair["accessToken"]!.GetValue<string>());
        Assert.Equal("auth.forbidden", (await signedIn.Get("admin/users")).Is(403).Code);
        (await signedIn.Patch("me", new { firstName = "Max", roles = new[] { "admin" } })).Is(200);
        (await signedIn.Get("admin/users")).Is(403);
    }

    [Theory]
    [InlineData("""{}""", "email,password")]
    [InlineData("""{"email": "no-at.example.com", "password": "Tall-Giraffe-7"}""", "email")]
    [InlineData("""{"email": "a@b", "password": "Tall-Giraffe-7"}""", "email")]
    [InlineData("""{"email": "a b@example.com", "password": "short"}""", "email,password")]
    [InlineData("""{"email": 5, "password": ["x"], "firstName": {}, "lastName": true}""", "email,firstName,lastName,password")]
    [InlineData("""{"email": "me.and.my@example.com", "password": "me.and.my@example.com"}""", "password")]
    [InlineData("""{"email": "x@example.com", "password": "Password1"}""", "password")]
    [InlineData("""{"email": "x@example.com", "password": "Tall-Giraffe-7\u0000"}""", "password")]
    [InlineData("""{"email": "x@example.com", "password": "Tall-Giraffe-7", "firstName": "\ud800"}""", "firstName")]
    public async Task Every_faulty_field_is_named(string body, string fields)
    {
        using var client = shop.Client();
        var answer = await client.Post("auth/register", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal("request.invalid", answer.Is(400).Code);
        Assert.Equal(fields, string.Join(',', answer.Faulty.Order(StringComparer.Ordinal)));
    }

    private async Task MailTo(string email, string kind) =>
        await Eventually.Is(
            () => shop.Db.Query(
                $"select kind from notifications.mails where recipient = {email}", row => row.GetString(0), CancellationToken.None),
            kinds => kinds.Count(one => one == kind) == 1, $"one {kind} mail");

    private async Task<int> Count(string sql)
    {
        await using var command = shop.Db.Source.CreateCommand(sql);
        return (int)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static string Shape(Answer answer) =>
        string.Join(',', ((JsonObject)answer.Json["user"]!).Select(member => $"{member.Key}:{member.Value!.GetValueKind()}"));

    private static string WithoutTrace(Answer answer)
    {
        var problem = (JsonObject)answer.Json;
        problem.Remove("traceId");
        return problem.ToJsonString();
    }

    private static IEnumerable<string> Names(Answer answer) => answer.Headers.Select(header => header.Key).Order(StringComparer.Ordinal);
}
