using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Http;

namespace Tradepost.Payments.Ledger;

/// <summary>Reads query parameters of the books' routes.</summary>
internal static class LedgerQuery
{
    /// <summary>An instant like 2026-11-21T00:00:00Z, or null when absent or faulty.</summary>
    public static DateTimeOffset? Instant(IQueryCollection query, string name, Faults faults)
    {
        if (QueryValues.Text(query, name, 40, faults) is not { } text)
        {
            return null;
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var at))
        {
            return at;
        }

        faults.Add(name, "must be an instant like 2026-11-21T00:00:00Z");
        return null;
    }
}
