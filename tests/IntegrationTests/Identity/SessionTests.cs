using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Identity;

/// <summary>Signing in, staying signed in, signing out.</summary>
public sealed class SessionTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private const string Strong = "Tall-Giraffe-7";

    [Fact]
    public async Task Who_registers_may_sign_in_and_is_a_customer_and_no_more()
    {
        using var client = shop.Client();
        var registered = await client.Post(
            "auth/register", new { email = " Ada@Example.com ", password = Strong, firstName = "Ada", lastName = " Byron " });
        Assert.Equal("Ada@Example.com", registered.Is(201).Json["user"]!["email"]!.GetValue<string>());
        var pair = (await Login(client, "ada@example.COM")).Json;
        Assert.Equal(900, pair["expiresIn"]!.GetValue<int>());
        using var signedIn = shop.Client(pair["accessToken"]!.GetValue<string>());
        var me = (await signedIn.Get("me")).Is(200).Json;
        Assert.Equal(registered.Json["user"]!["id"]!.GetValue<string>(), me["id"]!.GetValue<string>());
        Assert.Equal("Byron", me["lastName"]!.GetValue<string>());
        Assert.Equal("""["customer"]""", me["roles"]!.ToJsonString());
        Assert.False(me["emailConfirmed"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_refresh_token_is_swapped_for_a_new_pair()
    {
        using var client = shop.Client();
        var first = (await NewLogin(client)).Json;
        var second = (await Refresh(client, first)).Is(200).Json;
        Assert.NotEqual(first["refreshToken"]!.GetValue<string>(), second["refreshToken"]!.GetValue<string>());
        using var signedIn = shop.Client(second["accessToken"]!.GetValue<string>());
        (await signedIn.Get("me")).Is(200);
        (await Refresh(client, second)).Is(200);
    }

    [Fact]
    public async Task A_refresh_token_used_twice_ends_its_whole_family()
    {
        using var client = shop.Client();
        var first = (await NewLogin(client)).Json;
        var second = (await Refresh(client, first)).Is(200).Json;
        Assert.Equal("auth.session_over", (await Refresh(client, first)).Is(401).Code);
        Assert.Equal("auth.session_over", (await Refresh(client, second)).Is(401).Code);
        using var signedIn = shop.Client(second["accessToken"]!.GetValue<string>());
        (await signedIn.Get("me")).Is(401);
    }

    [Fact]
    public async Task Of_many_uses_of_one_refresh_token_at_once_at_most_one_succeeds()
    {
        using var client = shop.Client();
        var pair = (await NewLogin(client)).Json;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Refresh(client, pair)));
        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Equal(7, answers.Count(answer => answer.Status == 401));
    }

    [Fact]
    public async Task Signing_out_stops_the_access_token_and_the_refresh_token_at_once()
    {
        using var client = shop.Client();
        var pair = (await NewLogin(client)).Json;
        using var signedIn = shop.Client(pair["accessToken"]!.GetValue<string>());
        (await signedIn.Get("me")).Is(200);
        (await signedIn.Post("auth/logout")).Is(204);
        Assert.Equal("auth.required", (await signedIn.Get("me")).Is(401).Code);
        (await signedIn.Post("auth/logout")).Is(401);
        (await Refresh(client, pair)).Is(401);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_the_other_sessions_too_and_nobody_elses()
    {
        using var client = shop.Client();
        var email = NewEmail();
        await Register(client, email);
        using var here = shop.Client((await Login(client, email)).Json["accessToken"]!.GetValue<string>());
        using var there = shop.Client((await Login(client, email)).Json["accessToken"]!.GetValue<string>());
        var (stranger, _, _) = await shop.CustomerClient();
        (await here.Post("auth/logout?everywhere=maybe")).Is(400);
        (await here.Post("auth/logout?everywhere=true")).Is(204);
        (await there.Get("me")).Is(401);
        (await stranger.Get("me")).Is(200);
        stranger.Dispose();
    }

    [Fact]
    public async Task An_expired_refresh_token_is_refused()
    {
        using var client = shop.Client();
        var pair = (await NewLogin(client)).Json;
        var id = Guid.Parse(pair["user"]!["id"]!.GetValue<string>());
        await shop.Db.Write("test.expire", tx => tx.Execute(
            $"""
            update identity.refresh_tokens set expires_at = {tx.Now}
            where session_id in (select s.id from identity.sessions s where s.user_id = {id})
            """),
            TestContext.Current.CancellationToken);
        Assert.Equal("auth.session_over", (await Refresh(client, pair)).Is(401).Code);
    }

    [Theory]
    [InlineData("{}", 400)]
    [InlineData("""{"refreshToken": ""}""", 400)]
    [InlineData("""{"refreshToken": 7}""", 400)]
    [InlineData("""{"refreshToken": "never issued"}""", 401)]
    [InlineData("nonsense", 400)]
    public async Task A_refresh_without_a_good_token_is_refused(string body, int status)
    {
        using var client = shop.Client();
        var answer = await client.Post("auth/refresh", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        answer.Is(status);
        Assert.True(body == "nonsense" || status == 401 || answer.Faulty is ["refreshToken"]);
    }

    private static string NewEmail() => $"{Guid.CreateVersion7():N}@example.com";

    private static async Task Register(HttpClient client, string email) =>
        (await client.Post("auth/register", new { email, password = Strong })).Is(201);

    private static async Task<Answer> Login(HttpClient client, string email) =>
        (await client.Post("auth/login", new { email, password = Strong })).Is(200);

    private static async Task<Answer> NewLogin(HttpClient client)
    {
        var email = NewEmail();
        await Register(client, email);
        return await Login(client, email);
    }

    private static Task<Answer> Refresh(HttpClient client, System.Text.Json.Nodes.JsonNode pair) =>
        client.Post("auth/refresh", new { refreshToken = pair["refreshToken"]!.GetValue<string>() });
}
