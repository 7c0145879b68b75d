using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Tradepost.Payments.Gateways.Calls;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Gateways.PayPal;

/// <summary>
/// PayPal's amounts (developer.paypal.com/docs/reports/reference/paypal-supported-currencies): a decimal text with two places, and none for
/// the yen, the forint and the Taiwan dollar. Other currencies are not taken.
/// </summary>
internal static class PayPalMoney
{
    private static readonly FrozenSet<string> Whole = new[] { "HUF", "JPY", "TWD" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Known =
        "AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF ILS JPY MXN MYR NOK NZD PHP PLN SEK SGD THB TWD USD".Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <returns>Null: PayPal can't take this very amount.</returns>
    public static string? Text(Money money)
    {
        var scale = Scale(money.Currency.Code);
        if (!Known.Contains(money.Currency.Code) || Units.Of(money, scale) is not { } units)
        {
            return null;
        }

        var digits = units.ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        return scale == 0 ? digits : $"{digits[..^scale]}.{digits[^scale..]}";
    }

    /// <summary>{"currency_code":"USD","value":"10.00"}; null when it is not that.</summary>
    public static Money? Of(JsonElement amount)
    {
        if (!Currency.TryOf(amount.Text("currency_code"), out var currency)
            || !decimal.TryParse(amount.Text("value"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        var minor = value;
        for (var i = 0; i < currency.Scale; i++)
        {
            minor *= 10;
        }

        return minor == decimal.Truncate(minor) && minor <= long.MaxValue ? new((long)minor, currency) : null;
    }

    private static int Scale(string code) => Whole.Contains(code) ? 0 : 2;
}
