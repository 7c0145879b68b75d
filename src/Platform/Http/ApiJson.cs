using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Tradepost.Platform.Http;

/// <summary>JSON as the API speaks it, also used for what is stored as jsonb.</summary>
public static class ApiJson
{
    /// <summary>Camel case, strict numbers, enums by name, absent rather than null.</summary>
    public static JsonSerializerOptions Options { get; } = Finished();

    /// <summary>Sets the house's rules on options owned by somebody else.</summary>
    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.NumberHandling = JsonNumberHandling.Strict;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.MaxDepth = 32;

        // Escapes what could end a script element or an attribute; leaves other scripts' letters readable.
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        return options;
    }

    // Options know no types until their first use; a request body asks for a type's members before that.
    private static JsonSerializerOptions Finished()
    {
        var options = Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
