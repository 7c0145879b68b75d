using System.Text.Json;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Import;

/// <summary>Prices as files write them: minor units, major units, or an amount with its currency.</summary>
internal static class FilePrices
{
    private static readonly string[] Names = ["price_cents", "priceMinor", "price"];

    public static bool Given(RowFields row) => row.Any(Names) is not null;

    /// <summary>The price; null, with a fault noted, when there is none in the shop's currency.</summary>
    public static Money? Read(RowFields row, Currency currency)
    {
        if (!Given(row))
        {
            row.Faults.Add("price: is required");
            return null;
        }

        return CheckCurrency(row, currency) ? Amount(row, currency, "price", ["price_cents", "priceMinor"], ["price"]) : null;
    }

    /// <summary>Whether the row's currency, where it names one, is the shop's; a fault is noted when it is not.</summary>
    public static bool CheckCurrency(RowFields row, Currency currency)
    {
        var written = row.Text("currency");
        if (written is null || string.Equals(written, currency.Code, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        row.Faults.Add($"currency: the shop sells in {currency}");
        return false;
    }

    /// <summary>The price it was reduced from, if any.</summary>
    public static Money? Before(RowFields row, Currency currency) =>
        row.Any("compareAtMinor", "compareAtPrice") is null
            ? null
            : Amount(row, currency, "compareAtPrice", ["compareAtMinor"], ["compareAtPrice"]);

    private static Money? Amount(RowFields row, Currency currency, string field, string[] minorNames, string[] majorNames)
    {
        if (row.Any(minorNames) is null && row.Any(majorNames) is { ValueKind: JsonValueKind.Object } amount)
        {
            var inner = new RowFields(amount);
            return inner.Text("currency") is { } code && code != currency.Code
                ? Fault(row, $"{field}: the shop sells in {currency}")
                : Exact(row, field, inner.Number("minor"), currency);
        }

        return row.Number(minorNames) is { } minor
            ? Exact(row, field, minor, currency)
            : Exact(row, field, row.Number(majorNames) * Scale(currency), currency);
    }

    private static Money? Exact(RowFields row, string field, decimal? minor, Currency currency) =>
        minor is null ? Fault(row, $"{field}: must be an amount")
        : minor is < 0 or > 1_000_000_000_000m ? Fault(row, $"{field}: must not be negative, nor that large")
        : minor != decimal.Truncate(minor.Value) ? Fault(row, $"{field}: has more digits than {currency} knows")
        : new Money((long)minor.Value, currency);

    private static Money? Fault(RowFields row, string fault)
    {
        row.Faults.Add(fault);
        return null;
    }

    private static decimal Scale(Currency currency)
    {
        var scale = 1m;
        for (var digit = 0; digit < currency.Scale; digit++)
        {
            scale *= 10m;
        }

        return scale;
    }
}
