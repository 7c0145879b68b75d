using System.Text.Json;
using Tradepost.Platform.Http;

namespace Tradepost.Platform.Data;

/// <summary>Text that goes into a jsonb column.</summary>
/// <param name="Text">Well-formed JSON.</param>
public readonly record struct Json(string Text)
{
    /// <summary>The value as the API would write it.</summary>
    public static Json Of<T>(T value) => new(JsonSerializer.Serialize(value, ApiJson.Options));

    /// <summary>The value back from a jsonb column.</summary>
    public static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, ApiJson.Options) ?? throw new InvalidOperationException($"A stored {typeof(T).Name} was null.");
}
