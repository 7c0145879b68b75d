namespace Tradepost.Payments.Paying;

/// <summary>A card number as it was typed. Only the last four digits are ever kept.</summary>
internal static class CardNumber
{
    /// <summary>The digits, or null when it can't be a card number: wrong length, other characters, wrong check digit.</summary>
    public static string? Digits(string? typed)
    {
        if (typed is null || typed.Length > 40 || typed.Any(character => !char.IsAsciiDigit(character) && character is not (' ' or '-')))
        {
            return null;
        }

        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        return digits.Length is >= 12 and <= 19 && HasLuhnCheck(digits) ? digits : null;
    }

    public static string Last4(string digits) => digits[^4..];

    // ISO/IEC 7812-1: from the right, every second digit counts double.
    private static bool HasLuhnCheck(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            var counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }

        return sum % 10 == 0;
    }
}
