using System.Text.RegularExpressions;
using Tradepost.Host.Docs;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Platform.Access;

namespace Tradepost.IntegrationTests.House;

/// <summary>Every guarded route, tried by those it must turn away.</summary>
public sealed partial class AccessTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task Nobody_passes_a_guarded_route_without_signing_in()
    {
        using var anonymous = shop.Client();
        await EachGuarded(anonymous, route => true, 401, "auth.required");
    }

    [Fact]
    public async Task No_customer_passes_a_route_of_staff()
    {
        var (customer, _, _) = await shop.CustomerClient();
        using (customer)
        {
            await EachGuarded(customer, policy => policy != Permissions.SignedIn, 403, "auth.forbidden");
        }
    }

    [Fact]
    public async Task No_vendor_passes_a_route_of_staff()
    {
        var (vendor, _, _) = await shop.SignedIn("seller@example.com", Roles.Customer, Roles.Vendor);
        using (vendor)
        {
            await EachGuarded(vendor, policy => policy != Permissions.SignedIn, 403, "auth.forbidden");
        }
    }

    [Fact]
    public async Task A_forged_token_is_no_token()
    {
        using var forger = shop.Client("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiIsInJvbGUiOiJhZG1pbiJ9.");
        await EachGuarded(forger, route => true, 401, "auth.required");
    }

    private async Task EachGuarded(HttpClient client, Func<string, bool> policy, int status, string code)
    {
        var routes = GeneratedDocs.RoutesOf(shop.App)
            .Where(route => route.Policy != "anonymous" && policy(route.Policy)
                && route.Path.StartsWith("/api/v1/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(routes);
        foreach (var (method, path, _) in routes)
        {
            var address = Parameter().Replace(path["/api/v1/".Length..], Guid.CreateVersion7().ToString());
            var answer = await client.Send(new HttpMethod(method), address, method is "GET" or "DELETE" ? null : new { });
            Assert.True(answer.Status == status && answer.Code == code, $"{method} {path} answered {answer.Status} {answer.Text}");
        }
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
