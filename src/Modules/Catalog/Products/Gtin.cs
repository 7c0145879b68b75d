namespace Tradepost.Catalog.Products;

/// <summary>Global trade item numbers: 8, 12, 13 or 14 digits, of which the last is computed from the others.</summary>
internal static class Gtin
{
    /// <summary>The first that is right; null when none is. Files list many, and some have lost a leading zero.</summary>
    public static string? First(IEnumerable<string> candidates) => candidates.FirstOrDefault(IsValid);

    public static bool IsValid(string digits) => HasForm(digits) && digits.Any(digit => digit != '0') && WeightedSum(digits) % 10 == 0;

    /// <summary>Whether it has the right number of digits; they may still be wrong.</summary>
    public static bool HasForm(string digits) => digits.Length is 8 or 12 or 13 or 14 && digits.All(char.IsAsciiDigit);

    // From the right, digits count once and three times in turn; the whole makes a multiple of ten.
    private static int WeightedSum(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += (digits[^(i + 1)] - '0') * (i % 2 == 0 ? 1 : 3);
        }

        return sum;
    }
}
