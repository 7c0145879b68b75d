using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Tradepost.Platform.Http;

/// <summary>Reads JSON objects and tries their members one by one, so that one bad member does not hide another.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 32 };

    private static readonly JsonSerializerOptions Plain = new(ApiJson.Options)
    {
        AllowDuplicateProperties = false, PropertyNameCaseInsensitive = false,
    };

    public static async Task<(JsonObject Json, ReadOnlyMemory<byte> Sent, string Hash)> Read(HttpContext http)
    {
        if (!http.Request.HasJsonContentType() && (http.Request.ContentLength is > 0 || http.Request.ContentType is not null))
        {
            throw new RequestRefusedException(PlatformErrors.UnsupportedMediaType.Refuse());
        }

        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        var sent = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        var hash = Convert.ToHexStringLower(SHA256.HashData(sent.Span));
        try
        {
            var json = JsonNode.Parse(sent.Span, documentOptions: Reading) as JsonObject ?? throw new JsonException("not an object");
            return (json, sent, hash);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new RequestRefusedException(PlatformErrors.Malformed.Refuse());
        }
    }

    /// <summary>
    /// The body in one go, as most are sound. Null when it is not, or might hold text that can't be stored (which takes an escape):
    /// then its members are tried one by one.
    /// </summary>
    public static T? Whole<T>(ReadOnlySpan<byte> sent)
        where T : class
    {
        if (sent.IndexOf("\\u"u8) >= 0)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(sent, Plain);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or ArgumentException
            or FormatException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>The members that can be read as what they should be. The others are noted as faults.</summary>
    public static JsonObject SoundMembers(JsonObject json, Type type, Faults faults)
    {
        var sound = new JsonObject();
        foreach (var property in ApiJson.Options.GetTypeInfo(type).Properties)
        {
            if (Member(json, property.Name) is { } value && IsSound(value, property.PropertyType, property.Name, faults))
            {
                sound[property.Name] = value.DeepClone();
            }
        }

        return sound;
    }

    private static JsonNode? Member(JsonObject json, string name)
    {
        try
        {
            return json[name];
        }
        catch (ArgumentException)
        {
            throw new RequestRefusedException(PlatformErrors.Malformed.Refuse()); // a member stands there twice
        }
    }

    private static bool IsSound(JsonNode value, Type type, string name, Faults faults)
    {
        try
        {
            if (HasUnstorableText(value))
            {
                faults.Add(name, "holds a character that can't be stored");
                return false;
            }

            value.Deserialize(type, ApiJson.Options);
            return true;
        }
        catch (JsonException failure)
        {
            faults.Add(name + Path(failure), Reason(failure, type));
        }
        catch (Exception failure) when (failure is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            faults.Add(name, "can't be read");
        }

        return false;
    }

    // PostgreSQL stores no NUL, and a lone surrogate is no text at all.
    private static bool HasUnstorableText(JsonNode? value) => value switch
    {
        JsonObject some => some.Any(member => Unstorable(member.Key) || HasUnstorableText(member.Value)),
        JsonArray some => some.Any(HasUnstorableText),
        JsonValue some when some.GetValueKind() == JsonValueKind.String => Unstorable(some.GetValue<string>()),
        _ => false,
    };

    private static bool Unstorable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (text[i] == '\0' || char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static string Path(JsonException failure) => failure.Path is { Length: > 1 } path ? path[1..] : "";

    private static string Reason(JsonException failure, Type type)
    {
        if (failure.Message.StartsWith("must ", StringComparison.Ordinal))
        {
            return failure.Message.Split(" Path:")[0];
        }

        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        return wanted == typeof(string) ? "must be a text"
            : wanted == typeof(int) || wanted == typeof(long) ? "must be a whole number in range"
            : wanted == typeof(bool) ? "must be true or false"
            : wanted == typeof(Types.Money) ? "must be an amount like {\"minor\": 1999, \"currency\": \"USD\"}"
            : "is ill-formed";
    }
}
