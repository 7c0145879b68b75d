using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Tradepost.IntegrationTests.BadInput;

/// <summary>The routes that take a body, read from the API document, and bodies made to the shape of each.</summary>
internal sealed partial class WriteRoutes(JsonNode document)
{
    private const int Deep = 5;

    internal sealed record Route(string Method, string Path, JsonNode Schema);

    /// <summary>All of them.</summary>
    public IReadOnlyList<Route> All { get; } = [.. document["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject().Select(operation =>
            (Path: path.Key, Method: operation.Key, Operation: operation.Value!)))
        .Where(found => found.Path.StartsWith("/api/v1/", StringComparison.Ordinal) && found.Operation["requestBody"] is not null)
        .Select(found => new Route(
            found.Method.ToUpperInvariant(), found.Path["/api/v1/".Length..],
            found.Operation["requestBody"]!["content"]!.AsObject().First().Value!["schema"]!))];

    /// <summary>The address with every parameter replaced.</summary>
    public static string Address(Route route, string id) => Parameter().Replace(route.Path, Uri.EscapeDataString(id));

    /// <summary>A body of the route's shape whose texts and numbers are the given ones.</summary>
    public JsonNode? Body(JsonNode schema, Func<JsonNode?> text, Func<JsonNode?> number, int depth = 0)
    {
        var real = Resolve(schema);
        var type = TypeOf(real);
        return depth > Deep ? null : type switch
        {
            "object" when real["properties"] is JsonObject properties => new JsonObject(properties.Select(property =>
                KeyValuePair.Create(property.Key, Body(property.Value!, text, number, depth + 1)))),
            "array" => new JsonArray(Body(real["items"]!, text, number, depth + 1)),
            "integer" or "number" => number(),
            "boolean" => JsonValue.Create(true),
            _ => text(),
        };
    }

    private JsonNode Resolve(JsonNode schema)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            return document["components"]!["schemas"]![reference.Split('/')[^1]]!;
        }

        var choices = (schema["oneOf"] ?? schema["anyOf"] ?? schema["allOf"])?.AsArray();
        return choices is null ? schema : Resolve(choices.First(choice => TypeOf(choice!) != "null")!);
    }

    private static string TypeOf(JsonNode schema) => schema["type"] switch
    {
        JsonArray several => several.Select(one => one!.GetValue<string>()).First(one => one != "null"),
        JsonValue one => one.GetValue<string>(),
        _ => schema["properties"] is null ? "string" : "object",
    };

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
