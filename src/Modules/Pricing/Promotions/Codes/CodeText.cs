using System.Security.Cryptography;

namespace Tradepost.Pricing.Promotions.Codes;

/// <summary>Codes nobody can guess and nobody mistypes: made by chance, without letters and digits that look alike.</summary>
internal static class CodeText
{
    public const int Shortest = 8;
    public const int Longest = 32;
    public const int Usual = 12;

    // No 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V. 12 of the 24 are 55 bits.
    private const string Alphabet = "ACDEFGHJKMNPQRTVWXY34679";

    /// <summary>One code.</summary>
    public static string New(string prefix, int length) => prefix + RandomNumberGenerator.GetString(Alphabet, length);
}
