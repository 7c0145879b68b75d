using System.Text.Json;
using System.Text.Json.Nodes;
using Tradepost.Platform.Http;

namespace Tradepost.Host.Storefront;

/// <summary>A storefront page as the server writes it: head, plain content for readers without scripts, and the data the app starts
/// with.</summary>
internal sealed record Page
{
    public required string Title { get; init; }

    public string? Description { get; init; }

    /// <summary>The path this page is known by; null: search engines are asked not to list it.</summary>
    public string? CanonicalPath { get; init; }

    public string? ImagePath { get; init; }

    public HtmlText Content { get; init; } = HtmlText.Empty;

    public IReadOnlyList<JsonObject> StructuredData { get; init; } = [];

    public IReadOnlyList<(object[] Key, object? Data)> Queries { get; init; } = [];

    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>The tags of what it shows; null: not kept.</summary>
    public string[]? Tags { get; init; }

    /// <summary>The queries as the app reads them. The encoder escapes everything that could end the element.</summary>
    public string DataJson() => JsonSerializer.Serialize(
        new { queries = Queries.Select(query => new { key = query.Key, data = query.Data }) }, ApiJson.Options);
}
