namespace Tradepost.Pricing.ShippingMethods.Zones;

/// <summary>Postal codes as they are compared: texts, since "02134" and "2134" are different places.</summary>
internal static class PostalCodes
{
    public const int MaxLength = 12;

    private const int UnitedStatesLength = 5;

    /// <summary>
    /// Capital letters and digits only, so that "SW1A 1AA", "sw1a1aa" and "SW1A-1AA" are one. Of a ZIP+4 the first five digits count.
    /// </summary>
    public static string Plain(string country, string? written)
    {
        if (string.IsNullOrEmpty(written))
        {
            return "";
        }

        var plain = string.Concat(written.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant));
        return country == "US" && plain.Length > UnitedStatesLength ? plain[..UnitedStatesLength] : plain;
    }
}
