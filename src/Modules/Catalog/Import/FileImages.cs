using System.Text.Json;
using Tradepost.Contracts.Catalog;

namespace Tradepost.Catalog.Import;

/// <summary>
/// Pictures of a row. Only those the shop itself serves can be shown; remote ones leave the product to its drawn placeholder.
/// </summary>
internal static class FileImages
{
    private const int Most = 20;

    public static IReadOnlyList<ProductImage> Read(RowFields row, string name) =>
        row.Any("images") is not { ValueKind: JsonValueKind.Array } listed
            ? []
            : [.. listed.EnumerateArray().Select(image => Read(image, name)).OfType<ProductImage>().Take(Most)];

    private static ProductImage? Read(JsonElement image, string name)
    {
        var fields = image.ValueKind == JsonValueKind.Object ? new RowFields(image) : null;
        var url = fields?.Text("url") ?? (image.ValueKind == JsonValueKind.String ? RowFields.OneLine(image.GetString()!) : null);
        if (url is null || !url.StartsWith("/media/", StringComparison.Ordinal) || url.Length > 2000)
        {
            return null;
        }

        var options = fields?.Any("options") is { ValueKind: JsonValueKind.Object } chosen
            ? chosen.EnumerateObject().ToDictionary(
                option => RowFields.OneLine(option.Name), option => RowFields.OneLine(option.Value.ToString()), StringComparer.Ordinal)
            : null;
        return new(url, fields?.Text("alt") ?? name, options);
    }
}
