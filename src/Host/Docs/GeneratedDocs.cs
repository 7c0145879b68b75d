using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Tradepost.Host.Cli;
using Tradepost.Host.Serving;
using Tradepost.Platform.Data;

namespace Tradepost.Host.Docs;

/// <summary>Everything under docs/generated: made from the code and the migrated schema, kept true by a test.</summary>
internal static class GeneratedDocs
{
    public static async Task<IReadOnlyDictionary<string, string>> All(StartOptions options, Session session, CancellationToken stop)
    {
        // Routes are only known to the document once the server runs.
        await using var app = ShopHost.Build(options with { Port = StartOptions.FreePort() }, session.Folder, session.ConnectionString);
        await app.Services.GetRequiredService<Migrator>().Run(stop);
        await app.StartAsync(stop);
        var documents = await All(app, stop);
        await app.StopAsync(stop);
        return documents;
    }

    /// <summary>The documents of a built host on a migrated database, by file name.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> All(WebApplication app, CancellationToken stop) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["openapi.json"] = await OpenApi(app, stop),
            ["routes.md"] = Routes(app),
            ["errors.json"] = ErrorList.Json(),
            ["errors.md"] = ErrorList.Markdown(),
            ["events.md"] = EventList.Markdown(app.Services),
            ["schema.sql"] = await SchemaText.Sql(app.Services.GetRequiredService<Database>(), stop),
            ["erd.md"] = await SchemaText.Diagram(app.Services.GetRequiredService<Database>(), stop),
        };

    /// <summary>Every route with the policy that guards it.</summary>
    public static IEnumerable<(string Method, string Path, string Policy)> RoutesOf(WebApplication app) =>
        ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(route => (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(method => (
                Method: method,
                Path: "/" + route.RoutePattern.RawText!.TrimStart('/'),
                Policy: Policy(route))))
            .Distinct()
            .OrderBy(route => route.Path, StringComparer.Ordinal).ThenBy(route => route.Method, StringComparer.Ordinal);

    private static string Policy(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "anonymous"
        : route.Metadata.GetOrderedMetadata<IAuthorizeData>() is { Count: > 0 } needs
            ? string.Join(" + ", needs.Select(need => need.Policy ?? "signed-in"))
        : "NONE";

    private static string Routes(WebApplication app)
    {
        var text = new StringBuilder("# Routes\n\nGenerated. Each route and who may use it.\n\n| method | path | needs |\n|---|---|---|\n");
        foreach (var (method, path, policy) in RoutesOf(app))
        {
            text.Append("| ").Append(method).Append(" | `").Append(path).Append("` | ").Append(policy).Append(" |\n");
        }

        return text.ToString();
    }

    private static async Task<string> OpenApi(WebApplication app, CancellationToken stop)
    {
        var provider = app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1");
        var document = await provider.GetOpenApiDocumentAsync(stop);
        var json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, stop);
        return json.ReplaceLineEndings("\n") + "\n";
    }
}
