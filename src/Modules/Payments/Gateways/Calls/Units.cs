using Tradepost.Platform.Types;

namespace Tradepost.Payments.Gateways.Calls;

/// <summary>Amounts in a provider's smallest unit, which is not always the currency's own.</summary>
internal static class Units
{
    /// <returns>Null: the amount is finer than the provider can take.</returns>
    public static long? Of(Money money, int scale)
    {
        var (from, to) = (money.Currency.Scale, scale);
        var power = Power(Math.Abs(to - from));
        return to >= from ? checked(money.Minor * power) : money.Minor % power == 0 ? money.Minor / power : null;
    }

    /// <returns>Null: the amount is finer than the currency's own unit.</returns>
    public static Money? Back(long units, Currency currency, int scale)
    {
        var power = Power(Math.Abs(scale - currency.Scale));
        return scale <= currency.Scale ? new(checked(units * power), currency)
            : units % power == 0 ? new(units / power, currency) : null;
    }

    private static long Power(int digits)
    {
        var power = 1L;
        for (var i = 0; i < digits; i++)
        {
            power *= 10;
        }

        return power;
    }
}
