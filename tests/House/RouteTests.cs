using Microsoft.AspNetCore.Builder;
using Tradepost.Host.Cli;
using Tradepost.Host.Docs;
using Tradepost.Host.Serving;

namespace Tradepost.House;

/// <summary>No route is open by accident.</summary>
public sealed class RouteTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tradepost-house-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Every_route_has_a_policy_or_stands_in_the_list_of_anonymous_routes()
    {
        await using var app = Build();
        var routes = GeneratedDocs.RoutesOf(app).ToList();
        Assert.DoesNotContain(routes, route => route.Policy == "NONE");
        var listed = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "tests", "House", "anonymous-routes.txt"),
            TestContext.Current.CancellationToken);
        var open = routes.Where(route => route.Policy == "anonymous").Select(route => $"{route.Method} {route.Path}").ToList();
        Assert.Equal(listed.Where(line => line.Length > 0).Order(StringComparer.Ordinal), open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_route_under_admin_needs_a_permission_of_staff()
    {
        await using var app = Build();
        Assert.Empty(GeneratedDocs.RoutesOf(app)
            .Where(route => route.Path.StartsWith("/api/v1/admin/", StringComparison.Ordinal))
            .Where(route => !Platform.Access.Permissions.All.Contains(route.Policy, StringComparer.Ordinal))
            .Select(route => $"{route.Method} {route.Path} needs {route.Policy}"));
    }

    private WebApplication Build() =>
        ShopHost.Build(new StartOptions { Data = folder }, DataFolder.Open(folder), "Host=127.0.0.1;Database=none");
}
