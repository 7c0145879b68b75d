namespace Tradepost.Platform.Documents;

/// <summary>
/// Code 128 (ISO/IEC 15417): printable ASCII in set B, runs of digits in pairs in set C, a check symbol modulo 103.
/// </summary>
public static class Code128
{
    /// <summary>Modules that must stay white on each side.</summary>
    public const int QuietZone = 10;

    private const int SwitchToC = 99;
    private const int SwitchToB = 100;
    private const int StartB = 104;
    private const int StartC = 105;
    private const int Stop = 106;

    // Widths of bar, space, bar, space, bar, space of each symbol; the stop has one bar more. From the standard's table.
    private static readonly string[] Patterns =
    [
        "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213", "221312", "231212",
        "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132", "221231", "213212", "223112", "312131",
        "311222", "321122", "321221", "312212", "322112", "322211", "212123", "212321", "232121", "111323", "131123", "131321",
        "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331", "132131", "113123", "113321", "133121",
        "313121", "211331", "231131", "213113", "213311", "213131", "311123", "311321", "331121", "312113", "312311", "332111",
        "314111", "221411", "431111", "111224", "111422", "121124", "121421", "141122", "141221", "112214", "112412", "122114",
        "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111", "111242", "121142", "121241", "114212",
        "124112", "124211", "411212", "421112", "421211", "212141", "214121", "412121", "111143", "111341", "131141", "114113",
        "114311", "411113", "411311", "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112",
    ];

    /// <summary>The barcode as widths in modules: bar, space, bar …; start, check symbol and stop included, quiet zones not.</summary>
    /// <param name="text">1 to 80 printable ASCII signs.</param>
    /// <exception cref="ArgumentException">There is nothing to encode, too much, or a sign Code 128 set B does not have.</exception>
    public static IReadOnlyList<int> Modules(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length is 0 or > 80 || text.Any(sign => sign is < ' ' or > '~'))
        {
            throw new ArgumentException("A barcode takes 1 to 80 printable ASCII signs.", nameof(text));
        }

        var symbols = Symbols(text);
        var check = symbols[0];
        for (var i = 1; i < symbols.Count; i++)
        {
            check += i * symbols[i];
        }

        return [.. symbols.Append(check % 103).Append(Stop).SelectMany(symbol => Patterns[symbol]).Select(width => width - '0')];
    }

    // Pairs pay off from four digits at either end, from six in the middle, where set C costs two switches.
    private static List<int> Symbols(string text)
    {
        var symbols = new List<int>();
        var pairs = false;
        for (var i = 0; i < text.Length;)
        {
            var run = Digits(text, i);
            var atEdge = i == 0 || i + run == text.Length;
            if (run >= (pairs ? 2 : atEdge ? 4 : 6))
            {
                if (!pairs && run % 2 == 1)
                {
                    Begin(symbols, ref pairs, wanted: false);
                    symbols.Add(text[i++] - ' ');
                }

                Begin(symbols, ref pairs, wanted: true);
                for (var end = i + (Digits(text, i) / 2 * 2); i < end; i += 2)
                {
                    symbols.Add(((text[i] - '0') * 10) + text[i + 1] - '0');
                }

                continue;
            }

            Begin(symbols, ref pairs, wanted: false);
            symbols.Add(text[i++] - ' ');
        }

        return symbols;
    }

    private static void Begin(List<int> symbols, ref bool pairs, bool wanted)
    {
        if (symbols.Count == 0)
        {
            symbols.Add(wanted ? StartC : StartB);
        }
        else if (pairs != wanted)
        {
            symbols.Add(wanted ? SwitchToC : SwitchToB);
        }

        pairs = wanted;
    }

    private static int Digits(string text, int from)
    {
        var end = from;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - from;
    }
}
