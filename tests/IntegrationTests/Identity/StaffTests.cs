using Tradepost.IntegrationTests.Harness;
using Tradepost.Platform.Access;

namespace Tradepost.IntegrationTests.Identity;

/// <summary>Staff see, close and promote accounts; it counts from the user's next request on.</summary>
public sealed class StaffTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task Staff_find_accounts_by_words_role_and_state()
    {
        var admin = await shop.AdminClient();
        var (client, email, id) = await shop.SignedIn("percent%_seller@example.com", Roles.Customer, Roles.Vendor);
        client.Dispose();
        var found = (await admin.Get("admin/users?q=PERCENT%25_sell&role=vendor&disabled=false")).Is(200).Json;
        Assert.Equal(1, found["total"]!.GetValue<int>());
        Assert.Equal(email, found["items"]![0]!["email"]!.GetValue<string>());
        Assert.Equal(0, (await admin.Get("admin/users?q=percent%25_sell&role=admin")).Json["total"]!.GetValue<int>());
        Assert.Equal("""["customer","vendor"]""", (await admin.Get($"admin/users/{id}")).Is(200).Json["roles"]!.ToJsonString());
        var bad = (await admin.Get("admin/users?role=king&disabled=perhaps")).Is(400);
        Assert.Equal("disabled,role", string.Join(',', bad.Faulty.Order(StringComparer.Ordinal)));
        (await admin.Get($"admin/users/{Guid.CreateVersion7()}")).Is(404);
    }

    [Fact]
    public async Task A_closed_account_is_out_at_once_and_stays_out_until_it_is_reopened()
    {
        var admin = await shop.AdminClient();
        var (client, email, id) = await shop.CustomerClient();
        using (client)
        {
            (await client.Get("me")).Is(200);
            Assert.True((await admin.Patch($"admin/users/{id}", new { disabled = true })).Is(200).Json["disabled"]!.GetValue<bool>());
            (await client.Get("me")).Is(401);
            using var anonymous = shop.Client();
            Assert.Equal(
                "auth.disabled", (await anonymous.Post("auth/login", new { email, password = ShopFixture.Password })).Is(403).Code);
            Assert.Equal(
                "auth.invalid_credentials", (await anonymous.Post("auth/login", new { email, password = "Wrong-Giraffe-7" })).Is(401).Code);
            Assert.False((await admin.Patch($"admin/users/{id}", new { disabled = false })).Is(200).Json["disabled"]!.GetValue<bool>());
            (await client.Get("me")).Is(401); // its sessions are over
            (await anonymous.Post("auth/login", new { email, password = ShopFixture.Password })).Is(200);
        }
    }

    [Fact]
    public async Task A_role_counts_from_the_next_request_on_given_or_taken()
    {
        var admin = await shop.AdminClient();
        var (client, _, id) = await shop.CustomerClient();
        using (client)
        {
            (await client.Get("admin/users")).Is(403);
            (await admin.Patch($"admin/users/{id}", new { roles = new[] { "customer", "admin" } })).Is(200);
            (await client.Get("admin/users")).Is(200);
            (await admin.Patch($"admin/users/{id}", new { roles = new[] { "customer" } })).Is(200);
            (await client.Get("admin/users")).Is(403);
        }
    }

    [Fact]
    public async Task Nobody_takes_their_own_rights_away()
    {
        var admin = await shop.AdminClient();
        var id = (await admin.Get("me")).Json["id"]!.GetValue<string>();
        Assert.Equal("users.own_account", (await admin.Patch($"admin/users/{id}", new { disabled = true })).Is(409).Code);
        Assert.Equal("users.own_account", (await admin.Patch($"admin/users/{id}", new { roles = new[] { "customer" } })).Is(409).Code);
        (await admin.Patch($"admin/users/{id}", new { roles = new[] { "admin", "customer" } })).Is(200);
    }

    [Theory]
    [InlineData("""{"roles": ["king"]}""", "roles")]
    [InlineData("""{"roles": []}""", "roles")]
    [InlineData("""{"roles": [null], "disabled": "yes"}""", "disabled,roles")]
    public async Task A_faulty_edit_changes_nothing(string body, string fields)
    {
        var admin = await shop.AdminClient();
        var (client, _, id) = await shop.CustomerClient();
        client.Dispose();
        var answer = (await admin.Patch($"admin/users/{id}", System.Text.Json.Nodes.JsonNode.Parse(body))).Is(400);
        Assert.Equal(fields, string.Join(',', answer.Faulty.Order(StringComparer.Ordinal)));
        Assert.Equal("""["customer"]""", (await admin.Get($"admin/users/{id}")).Json["roles"]!.ToJsonString());
    }

    [Fact]
    public async Task Setting_an_account_up_twice_keeps_one_account_with_the_last_password()
    {
        var (first, _, id) = await shop.SignedIn("setup@example.com", Roles.Customer);
        var (second, _, again) = await shop.SignedIn("Setup@Example.com", Roles.Customer, Roles.Admin);
        Assert.Equal(id, again);
        (await first.Get("me")).Is(401); // the password was set anew
        Assert.Equal("""["admin","customer"]""", (await second.Get("me")).Is(200).Json["roles"]!.ToJsonString());
        first.Dispose();
        second.Dispose();
    }
}
