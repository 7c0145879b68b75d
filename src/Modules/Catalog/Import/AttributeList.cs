using System.Globalization;
using System.Text.Json;
using Tradepost.Contracts.Catalog;

namespace Tradepost.Catalog.Import;

/// <summary>The specification of a row: an object of names and values, or a list of {name, value}.</summary>
internal static class AttributeList
{
    private const int Most = 60;
    private const int MaxValueLength = 500;

    /// <summary>At most sixty lines that tell a shopper something, in the order of the file.</summary>
    public static IReadOnlyList<ProductSpec> Read(RowFields row) =>
        [.. Pairs(row).Where(pair => AttributeNames.IsUseful(pair.Key))
            .Select(pair => (Name: AttributeNames.Readable(pair.Key), Value: Value(pair.Value)))
            .Where(spec => spec.Value is not null && spec.Name.Length > 0)
            .DistinctBy(spec => spec.Name, StringComparer.OrdinalIgnoreCase).Take(Most)
            .Select(spec => new ProductSpec(spec.Name, spec.Value!))];

    /// <summary>The names as the file has them, for the category rules.</summary>
    public static IReadOnlyCollection<string> Keys(RowFields row) => [.. Pairs(row).Select(pair => pair.Key)];

    private static IEnumerable<(string Key, JsonElement Value)> Pairs(RowFields row) => row.Any("attributes") switch
    {
        { ValueKind: JsonValueKind.Object } map => map.EnumerateObject().Select(member => (member.Name, member.Value)),
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray()
            .Where(item => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("name", out _)
                && item.TryGetProperty("value", out _))
            .Select(item => (item.GetProperty("name").ToString(), item.GetProperty("value"))),
        _ => [],
    };

    // What a product does not have is no news, so "false" is left out.
    private static string? Value(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.True => "Yes",
            JsonValueKind.Number when value.TryGetDecimal(out var number) => number.ToString("0.######", CultureInfo.InvariantCulture),
            JsonValueKind.Number => value.ToString(),
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(item => item.ToString())),
            _ => "",
        };
        var line = RowFields.OneLine(text.Replace(@"\n", ", ", StringComparison.Ordinal));
        return line.Length == 0 ? null : line.Length > MaxValueLength ? line[..MaxValueLength] : line;
    }
}
