using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Listing;

/// <summary>The price bounds of a query: major units outside, minor units inside, no product gained or lost on the way.</summary>
internal static class Prices
{
    private const decimal Most = 10_000_000_000m;

    public static (long? Min, long? Max) Read(IQueryCollection query, Currency currency, Faults faults)
    {
        var min = QueryValues.Number(query, "minPrice", 0, Most, faults);
        var max = QueryValues.Number(query, "maxPrice", 0, Most, faults);
        faults.Unless(min is null || max is null || min <= max, "minPrice", "must not be above maxPrice");
        return (
            min is null ? null : (long)decimal.Ceiling(Minor(min.Value, currency)),
            max is null ? null : (long)decimal.Floor(Minor(max.Value, currency)));
    }

    // Exact: a decimal times a power of ten.
    private static decimal Minor(decimal major, Currency currency)
    {
        for (var digit = 0; digit < currency.Scale; digit++)
        {
            major *= 10m;
        }

        return major;
    }
}
