using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Tradepost.Platform.Http;

namespace Tradepost.Pricing.ShippingMethods.Imports;

/// <summary>A CSV file by its header's names, read whole. Commas, semicolons or tabs; the header tells.</summary>
internal sealed class CsvSheet
{
    private readonly List<Row> rows = [];

    private CsvSheet(string[] header) => Header = header;

    public IReadOnlyList<string> Header { get; }

    public IReadOnlyList<Row> Rows => rows;

    /// <summary>Lines that are no CSV.</summary>
    public List<RowFault> Faults { get; } = [];

    /// <summary>The body of a request; refused when it is something else than CSV.</summary>
    public static async Task<string> Text(HttpContext http)
    {
        if (http.Request.ContentType?.Split(';')[0].Trim() is not { } type || !type.Equals("text/csv", StringComparison.OrdinalIgnoreCase))
        {
            throw new RequestRefusedException(PlatformErrors.UnsupportedMediaType.Refuse());
        }

        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(http.RequestAborted);
    }

    public static CsvSheet Parse(string text)
    {
        var faulty = new List<int>();
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Delimiter(text), TrimOptions = TrimOptions.Trim, MissingFieldFound = null,
            BadDataFound = bad => faulty.Add(bad.Context.Parser?.RawRow ?? 0),
        };
        using var parser = new CsvParser(new StringReader(text), settings);
        var sheet = new CsvSheet(parser.Read() ? parser.Record ?? [] : []);
        while (parser.Read())
        {
            var fields = parser.Record ?? [];
            if (fields.Length == sheet.Header.Count)
            {
                sheet.rows.Add(new(parser.RawRow, fields));
            }
            else
            {
                sheet.Faults.Add(new(parser.RawRow, null, $"has {fields.Length} fields where the header has {sheet.Header.Count}"));
            }
        }

        sheet.Faults.AddRange(faulty.Distinct().Select(line => new RowFault(line, null, "has a quotation mark in the wrong place")));
        return sheet;
    }

    /// <summary>Where the column stands; null when there is none of this name.</summary>
    public int? Column(string name)
    {
        for (var i = 0; i < Header.Count; i++)
        {
            if (Header[i].Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return null;
    }

    private static string Delimiter(string text)
    {
        var header = text.AsSpan(0, Math.Max(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length));
        return header.Contains('\t') ? "\t" : header.Contains(';') ? ";" : ",";
    }

    internal sealed record Row(int Line, string[] Fields);
}

/// <summary>What is wrong with a row.</summary>
/// <param name="Line">Of the file, from 1; the last of a row that goes over several.</param>
/// <param name="Column">The header's name; null: the whole row.</param>
/// <param name="Message">In words.</param>
internal sealed record RowFault(int Line, string? Column, string Message);

/// <summary>Tables are larger than other bodies.</summary>
internal sealed class TableSize : IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => 8 << 20;
}
