using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Identity;

/// <summary>Browsers keep the refresh token where no script reads it.</summary>
public sealed class BrowserTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private static readonly (string, string) Browser = ("X-Client", "browser");

    [Fact]
    public async Task A_browser_gets_a_cookie_that_scripts_and_other_sites_cannot_use_and_no_token_in_the_body()
    {
        var (answer, _) = await Login();
        Assert.Null(answer.Json["refreshToken"]);
        Assert.NotNull(answer.Json["accessToken"]);
        var cookie = SetCookie(answer);
        Assert.StartsWith("tradepost_refresh=", cookie, StringComparison.Ordinal);
        foreach (var attribute in new[] { "httponly", "samesite=strict", "path=/api/v1/auth", "max-age=2592000" })
        {
            Assert.Contains(attribute, cookie, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Others_get_the_token_in_the_body_and_no_cookie()
    {
        var (person, email, _) = await shop.CustomerClient();
        person.Dispose();
        using var client = shop.Client();
        var answer = (await client.Post("auth/login", new { email, password = ShopFixture.Password })).Is(200);
        Assert.NotNull(answer.Json["refreshToken"]);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    public async Task A_browser_refreshes_with_its_cookie_and_an_empty_body(string? body)
    {
        var (answer, client) = await Login();
        using (client)
        {
            var content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            var refreshed = (await client.Post("auth/refresh", content, Browser, Cookie(answer))).Is(200);
            Assert.NotEqual(SetCookie(answer), SetCookie(refreshed));
            (await client.Post("auth/refresh", null, Browser, Cookie(refreshed))).Is(200);
            var reused = (await client.Post("auth/refresh", null, Browser, Cookie(answer))).Is(401);
            Assert.Contains("tradepost_refresh=;", SetCookie(reused), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_browser_without_a_cookie_is_simply_not_signed_in()
    {
        using var client = shop.Client();
        Assert.Equal("auth.session_over", (await client.Post("auth/refresh", new { }, Browser)).Is(401).Code);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1")]
    public async Task A_page_of_another_site_can_neither_refresh_nor_sign_in_nor_sign_out(string origin)
    {
        var (answer, client) = await Login();
        using (client)
        {
            var foreign = ("Origin", origin);
            Assert.Equal("auth.foreign_origin", (await client.Post("auth/refresh", null, Browser, Cookie(answer), foreign)).Is(403).Code);
            Assert.Equal("auth.foreign_origin", (await client.Post("auth/logout", null, Cookie(answer), foreign)).Is(403).Code);
            var login = new { email = "x@example.com", password = "whatever-it-is" };
            Assert.Equal("auth.foreign_origin", (await client.Post("auth/login", login, Browser, foreign)).Is(403).Code);
            (await client.Post("auth/refresh", null, Browser, Cookie(answer), ("Origin", shop.Address))).Is(200);
        }
    }

    [Fact]
    public async Task A_browser_whose_access_token_ran_out_signs_out_by_its_cookie()
    {
        var (answer, client) = await Login();
        using (client)
        {
            var gone = (await client.Post("auth/logout", null, Browser, Cookie(answer), ("Authorization", "Bearer gone"))).Is(204);
            Assert.Contains("tradepost_refresh=;", SetCookie(gone), StringComparison.Ordinal);
            (await client.Post("auth/refresh", null, Browser, Cookie(answer))).Is(401);
        }
    }

    [Fact]
    public async Task A_bad_token_is_told_apart_from_a_guest_where_it_matters_whose_the_request_is()
    {
        using var client = shop.Client("gone");
        Assert.Equal("auth.required", (await client.Get("me")).Is(401).Code);
        Assert.Equal("auth.required", (await client.Post("carts")).Is(401).Code);
        (await client.Get("settings")).Is(200);
    }

    private async Task<(Answer Answer, HttpClient Client)> Login()
    {
        var (person, email, _) = await shop.CustomerClient();
        person.Dispose();
        var client = shop.Client();
        return ((await client.Post("auth/login", new { email, password = ShopFixture.Password }, Browser)).Is(200), client);
    }

    private static string SetCookie(Answer answer) => Assert.Single(answer.Headers.GetValues("Set-Cookie"));

    private static (string, string) Cookie(Answer answer) => ("Cookie", SetCookie(answer).Split(';')[0]);
}
