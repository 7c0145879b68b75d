using System.Text.RegularExpressions;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Identity;

/// <summary>Confirming an address, forgetting a password, changing it: through the mails people really get.</summary>
public sealed partial class RecoveryTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private const string Old = "Tall-Giraffe-7";
    private const string New = "Small-Heron-88";

    [Fact]
    public async Task The_mailed_link_confirms_the_address_and_following_it_twice_does_no_harm()
    {
        using var client = shop.Client();
        var email = await Register(client);
        var token = await TokenFromMail(email, "confirm_email");
        (await client.Post("auth/confirm-email", new { token })).Is(204);
        (await client.Post("auth/confirm-email", new { token })).Is(204);
        Assert.True((await Login(client, email, Old)).Is(200).Json["user"]!["emailConfirmed"]!.GetValue<bool>());
        Assert.Equal("auth.token_invalid", (await client.Post("auth/confirm-email", new { token = token + "x" })).Is(400).Code);
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_once_and_every_session_ends()
    {
        using var client = shop.Client();
        var email = await Register(client);
        using var session = shop.Client((await Login(client, email, Old)).Json["accessToken"]!.GetValue<string>());
        (await client.Post("auth/forgot-password", new { email })).Is(202);
        var token = await TokenFromMail(email, "reset_password");
        Assert.Equal(
            "newPassword", Assert.Single((await client.Post("auth/reset-password", new { token, newPassword = "short" })).Is(400).Faulty));
        Assert.Equal(
            "newPassword", Assert.Single((await client.Post("auth/reset-password", new { token, newPassword = email })).Is(400).Faulty));
        (await client.Post("auth/reset-password", new { token, newPassword = New })).Is(204);
        (await session.Get("me")).Is(401);
        (await Login(client, email, Old)).Is(401);
        Assert.True((await Login(client, email, New)).Is(200).Json["user"]!["emailConfirmed"]!.GetValue<bool>());
        Assert.Equal("auth.token_invalid", (await client.Post("auth/reset-password", new { token, newPassword = Old })).Is(400).Code);
        await MailTo(email, "password_changed");
    }

    [Fact]
    public async Task A_link_is_good_for_its_purpose_and_its_time_only()
    {
        using var client = shop.Client();
        var email = await Register(client);
        var confirm = await TokenFromMail(email, "confirm_email");
        (await client.Post("auth/reset-password", new { token = confirm, newPassword = New })).Is(400);
        await shop.Db.Write("test.age", tx => tx.Execute(
            $"""
            update identity.mailed_tokens set expires_at = {tx.Now}
            where user_id = (select id from identity.users where email = {email})
            """),
            TestContext.Current.CancellationToken);
        (await client.Post("auth/confirm-email", new { token = confirm })).Is(400);
    }

    [Fact]
    public async Task Asking_again_and_again_sends_one_mail()
    {
        using var client = shop.Client();
        var email = await Register(client);
        for (var i = 0; i < 5; i++)
        {
            (await client.Post("auth/forgot-password", new { email })).Is(202);
        }

        await TokenFromMail(email, "reset_password");
        var delivered = await shop.Db.Row(
            $"select count(*)::int from platform.events where type = 'identity.password_reset_requested' and payload->>'email' = {email}",
            row => row.GetInt32(0), TestContext.Current.CancellationToken);
        Assert.Equal(1, delivered);
    }

    [Fact]
    public async Task A_changed_password_keeps_this_session_and_ends_the_others()
    {
        using var client = shop.Client();
        var email = await Register(client);
        using var here = shop.Client((await Login(client, email, Old)).Json["accessToken"]!.GetValue<string>());
        using var there = shop.Client((await Login(client, email, Old)).Json["accessToken"]!.GetValue<string>());
        var wrong = await here.Post("auth/change-password", new { currentPassword = "Wrong-Giraffe-7", newPassword = New });
        Assert.Equal("auth.wrong_password", wrong.Is(400).Code);
        Assert.Equal("currentPassword", Assert.Single(wrong.Faulty));
        Assert.Equal("newPassword",
            Assert.Single(
                (await here.Post("auth/change-password", new { currentPassword = Old, newPassword = "Password1" })).Is(400).Faulty));
        (await here.Post("auth/change-password", new { currentPassword = Old, newPassword = New })).Is(204);
        (await here.Get("me")).Is(200);
        (await there.Get("me")).Is(401);
        (await Login(client, email, New)).Is(200);
    }

    [Fact]
    public async Task The_database_holds_no_token_that_opens_anything()
    {
        using var client = shop.Client();
        var email = await Register(client);
        var token = await TokenFromMail(email, "confirm_email");
        var refresh = (await Login(client, email, Old)).Json["refreshToken"]!.GetValue<string>();
        var rows = await shop.Db.Query(
            $"""
            select t::text from identity.refresh_tokens t union all select t::text from identity.mailed_tokens t
            union all select t::text from identity.users t union all select t::text from identity.sessions t
            """,
            row => row.GetString(0), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(
            rows, row => row.Contains(token, StringComparison.Ordinal) || row.Contains(refresh, StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.Contains(Old, StringComparison.Ordinal));
    }

    private static async Task<string> Register(HttpClient client)
    {
        var email = $"{Guid.CreateVersion7():N}@example.com";
        (await client.Post("auth/register", new { email, password = Old })).Is(201);
        return email;
    }

    private static Task<Answer> Login(HttpClient client, string email, string password) =>
        client.Post("auth/login", new { email, password });

    private async Task<string> TokenFromMail(string email, string kind) => Token().Match(await MailTo(email, kind)).Groups[1].Value;

    private Task<string> MailTo(string email, string kind) => Eventually.Is(
        async () => (await shop.Db.Query(
            $"select plain from notifications.mails where recipient = {email} and kind = {kind}",
            row => row.GetString(0), CancellationToken.None)).SingleOrDefault() ?? "",
        text => text.Length > 0, $"a {kind} mail");

    [GeneratedRegex("#token=([A-Za-z0-9_-]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
