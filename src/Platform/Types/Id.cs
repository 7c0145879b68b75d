using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tradepost.Platform.Types;

/// <summary>What every typed id can tell without its type being known: the UUID behind it.</summary>
public interface IId
{
    /// <summary>The UUID, version 7 for ids made here.</summary>
    Guid Value { get; }
}

/// <summary>The id of one kind of record. A UUID on the wire and in the database; ids of two kinds never mix in code.</summary>
/// <typeparam name="T">The kind of record, a marker from Contracts.</typeparam>
[JsonConverter(typeof(IdJsonConverterFactory))]
public readonly record struct Id<T>(Guid Value) : IId, IParsable<Id<T>>, IComparable<Id<T>>
{
    /// <summary>A new id. Version 7, so that ids made later sort later and indexes grow at one end.</summary>
    public static Id<T> New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static Id<T> Parse(string s, IFormatProvider? provider) => new(Guid.ParseExact(s, "D"));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id<T> result)
    {
        var parsed = Guid.TryParseExact(s, "D", out var value);
        result = new(value);
        return parsed;
    }

    /// <inheritdoc/>
    public int CompareTo(Id<T> other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Writes a typed id as a UUID string and reads nothing else.</summary>
public sealed class IdJsonConverterFactory : JsonConverterFactory
{
    private static readonly ConcurrentDictionary<Type, JsonConverter> Made = new();

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Id<>);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        Made.GetOrAdd(typeToConvert, static type =>
            (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(type.GetGenericArguments()))!);

    private sealed class Converter<T> : JsonConverter<Id<T>>
    {
        public override Id<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Id<T>.TryParse(reader.GetString(), null, out var id)
                ? id
                : throw new JsonException("must be a UUID");

        public override void Write(Utf8JsonWriter writer, Id<T> value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);

        public override Id<T> ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Id<T>.Parse(reader.GetString()!, null);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, Id<T> value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.ToString());
    }
}
