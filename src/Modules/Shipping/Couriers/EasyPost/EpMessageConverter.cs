using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tradepost.Shipping.Couriers.EasyPost;

/// <summary>An error's message is a text, or a list of them, or anything: whatever it is, it is read as one text.</summary>
internal sealed class EpMessageConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        return root.ValueKind switch
        {
            JsonValueKind.String => root.GetString(),
            JsonValueKind.Array => string.Join(" ", root.EnumerateArray().Select(item => item.ToString())),
            _ => root.ToString(),
        };
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
