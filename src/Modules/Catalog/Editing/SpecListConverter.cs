using System.Text.Json;
using System.Text.Json.Serialization;
using Tradepost.Contracts.Catalog;

namespace Tradepost.Catalog.Editing;

/// <summary>Reads a specification from a list of {name, value} or from an object of names and values. Writes the list.</summary>
internal sealed class SpecListConverter : JsonConverter<IReadOnlyList<ProductSpec>>
{
    public override IReadOnlyList<ProductSpec> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return json.RootElement.ValueKind switch
        {
            JsonValueKind.Array => [.. json.RootElement.EnumerateArray().Select(FromList)],
            JsonValueKind.Object =>
                [.. json.RootElement.EnumerateObject().Select(member => new ProductSpec(member.Name, Text(member.Value)))],
            _ => throw new JsonException("must be a list of {name, value}"),
        };
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<ProductSpec> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.ToArray(), options);

    private static ProductSpec FromList(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("name", out var name) && item.TryGetProperty("value", out var value)
            ? new(Text(name), Text(value))
            : throw new JsonException("must be a list of {name, value}");

    private static string Text(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
            ? value.ToString()
            : throw new JsonException("must hold texts");
}
