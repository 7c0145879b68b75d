namespace Tradepost.Platform.Types;

/// <summary>How a fraction of a minor unit is settled.</summary>
public enum Rounding
{
    /// <summary>Halves go away from zero: 0.5 → 1, −0.5 → −1.</summary>
    HalfUp,

    /// <summary>Halves go to the even neighbour: 0.5 → 0, 1.5 → 2.</summary>
    HalfEven,
}

/// <summary>Rounding of exact fractions, the only place where the shop rounds money.</summary>
public static class RoundingRules
{
    /// <summary>The fraction <paramref name="numerator"/>/<paramref name="denominator"/> as a whole number.</summary>
    /// <param name="mode">How halves are settled.</param>
    /// <param name="numerator">Any whole number.</param>
    /// <param name="denominator">A whole number above zero.</param>
    public static long Divide(this Rounding mode, Int128 numerator, Int128 denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(denominator, Int128.Zero);
        var quotient = numerator / denominator;
        var twice = Int128.Abs(numerator % denominator) * 2;
        var up = twice > denominator || (twice == denominator && (mode == Rounding.HalfUp || !Int128.IsEvenInteger(quotient)));
        var step = up ? Int128.Sign(numerator) : 0;
        return checked((long)(quotient + step));
    }

    /// <summary><paramref name="percent"/> % of <paramref name="minor"/> minor units, as whole minor units.</summary>
    public static long Percent(this Rounding mode, long minor, decimal percent)
    {
        // A decimal is a whole number over a power of ten, so the product stays exact.
        var scale = percent.Scale;
        var whole = (Int128)(percent * Pow10(scale));
        return mode.Divide(minor * whole, 100 * (Int128)Pow10(scale));
    }

    private static decimal Pow10(int digits)
    {
        var power = 1m;
        for (var i = 0; i < digits; i++)
        {
            power *= 10m;
        }

        return power;
    }
}
