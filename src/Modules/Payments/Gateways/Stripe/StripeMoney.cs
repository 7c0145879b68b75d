using System.Collections.Frozen;
using Tradepost.Payments.Gateways.Calls;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Gateways.Stripe;

/// <summary>
/// Stripe's units (docs.stripe.com/currencies): whole numbers for zero-decimal currencies; thousandths for three-decimal ones, whose last
/// digit must be 0; hundredths for all others, also for the krona of Iceland and the shilling of Uganda, which have none of their own.
/// </summary>
internal static class StripeMoney
{
    private static readonly FrozenSet<string> Whole = new[]
    {
        "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Thousandths =
        new[] { "BHD", "JOD", "KWD", "OMR", "TND" }.ToFrozenSet(StringComparer.Ordinal);

    /// <returns>Null: Stripe can't take this very amount.</returns>
    public static long? Units(Money money)
    {
        var units = Calls.Units.Of(money, Scale(money.Currency));
        return Thousandths.Contains(money.Currency.Code) && units % 10 != 0 ? null : units;
    }

    public static Money? Of(long? units, string? currency) =>
        units is { } number && Currency.TryOf(currency?.ToUpperInvariant(), out var known)
            ? Calls.Units.Back(number, known, Scale(known)) : null;

    private static int Scale(Currency currency) =>
        Whole.Contains(currency.Code) ? 0 : Thousandths.Contains(currency.Code) ? 3 : 2;
}
