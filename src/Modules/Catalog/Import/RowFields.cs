using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Tradepost.Catalog.Import;

/// <summary>The fields of a row under the names files give them. What is there but can't be read is noted as a fault.</summary>
internal sealed class RowFields(JsonElement row)
{
    /// <summary>What is wrong, "field: reason".</summary>
    public List<string> Faults { get; } = [];

    public bool Has(string name) => row.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>The first of these fields that is there.</summary>
    public JsonElement? Any(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (row.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>A text on one line; numbers count as texts.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        if (Any(names) is not { } value)
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
        {
            var text = OneLine(value.ToString());
            return text.Length == 0 ? null : text;
        }

        Faults.Add($"{names[0]}: must be a text");
        return null;
    }

    /// <summary>A number, also when written as a text.</summary>
    public decimal? Number(params ReadOnlySpan<string> names)
    {
        if (Any(names) is not { } value)
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            && decimal.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Faults.Add($"{names[0]}: must be a number");
        return null;
    }

    /// <summary>Texts, from a list or from one text.</summary>
    public IReadOnlyList<string> Texts(params ReadOnlySpan<string> names) => Any(names) switch
    {
        { ValueKind: JsonValueKind.Array } list =>
            [.. list.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                .Select(item => OneLine(item.ToString())).Where(text => text.Length > 0)],
        { ValueKind: JsonValueKind.String } one when OneLine(one.ToString()) is { Length: > 0 } text => [text],
        _ => [],
    };

    /// <summary>Blanks and control characters as single blanks.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var blank = char.IsWhiteSpace(character) || char.IsControl(character);
            if (!blank)
            {
                line.Append(character);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }
}
