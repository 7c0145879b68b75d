using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Http;

namespace Tradepost.Pricing.ShippingMethods.Imports;

/// <summary>Which columns of a file hold what, as the query says, and which rows count.</summary>
internal sealed class Columns(CsvSheet sheet, IQueryCollection query, Faults faults)
{
    private const int MaxName = 100;
    private (int At, string Value)? filter;

    /// <summary>
    /// The column the query names, or else the usual one. Required ones that are missing are faults; others may be absent unless they were
    /// named.
    /// </summary>
    public int? Of(string parameter, string usual, bool required)
    {
        var named = QueryValues.Text(query, parameter, MaxName, faults);
        var at = sheet.Column(named ?? usual);
        if (at is null && (required || named is not null))
        {
            faults.Add(parameter, $"the file has no column \"{named ?? usual}\"; it has {string.Join(", ", sheet.Header.Take(20))}");
        }

        return at;
    }

    /// <summary>Reads which rows count: those that have a value in a column. None named: all.</summary>
    public void Filter()
    {
        if (QueryValues.Text(query, "filterColumn", MaxName, faults) is { } name)
        {
            var value = QueryValues.Text(query, "filterValue", MaxName, faults);
            faults.Unless(value is not null, "filterValue", "is required with filterColumn");
            filter = Of("filterColumn", name, required: true) is { } at && value is not null ? (at, value) : null;
        }
    }

    /// <summary>The rows that count.</summary>
    public CsvSheet.Row[] Rows() =>
        [.. sheet.Rows.Where(row => filter is not { } some || row.Fields[some.At].Equals(some.Value, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The query's refusal, or none.</summary>
    public void Settle()
    {
        if (faults.Refusal() is { } refusal)
        {
            throw new RequestRefusedException(refusal);
        }
    }
}
