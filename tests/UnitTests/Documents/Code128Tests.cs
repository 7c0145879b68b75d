using Tradepost.Platform.Documents;

namespace Tradepost.UnitTests.Documents;

public class Code128Tests
{
    [Theory]
    [InlineData("Wikipedia", new[] { 104, 55, 73, 75, 73, 80, 69, 68, 73, 65, 88, 106 })]
    [InlineData("1234", new[] { 105, 12, 34, 82, 106 })]
    [InlineData("AB12", new[] { 104, 33, 34, 17, 18, 19, 106 })]
    [InlineData("AB1234", new[] { 104, 33, 34, 99, 12, 34, 102, 106 })]
    [InlineData("12345", new[] { 104, 17, 99, 23, 45, 53, 106 })]
    public void A_text_becomes_the_symbols_the_standard_names(string text, int[] symbols) =>
        Assert.Equal(symbols, Symbols(Code128.Modules(text)));

    [Theory]
    [InlineData("TP123456785")]
    [InlineData("a")]
    [InlineData("1Z999AA10123456784")]
    public void Every_symbol_is_eleven_modules_and_the_stop_thirteen(string text)
    {
        var modules = Code128.Modules(text);
        Assert.Equal(1, modules.Count % 6);
        Assert.All(modules.SkipLast(7).Chunk(6), symbol => Assert.Equal(11, symbol.Sum()));
        Assert.Equal(13, modules.TakeLast(7).Sum());
        var symbols = Symbols(modules);
        var sum = symbols[0] + Enumerable.Range(1, symbols.Count - 3).Sum(i => i * symbols[i]);
        Assert.Equal(sum % 103, symbols[^2]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("naïve")]
    [InlineData("tab\t")]
    public void What_it_cannot_say_is_refused(string text) => Assert.Throws<ArgumentException>(() => Code128.Modules(text));

    // Reads widths back: the table is found by encoding every sign alone.
    private static List<int> Symbols(IReadOnlyList<int> modules)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var value = 0; value < 95; value++)
        {
            known[Key(Code128.Modules(((char)(value + ' ')).ToString()).Skip(6).Take(6))] = value;
        }

        for (var value = 95; value < 100; value++)
        {
            known[Key(Code128.Modules($"{value}{value}").Skip(6).Take(6))] = value;
        }

        known["114131"] = 100;
        known["311141"] = 101;
        known["411131"] = 102;
        known["211214"] = 104;
        known["211232"] = 105;
        var symbols = modules.SkipLast(7).Chunk(6).Select(symbol => known[Key(symbol)]).ToList();
        Assert.Equal("2331112", Key(modules.TakeLast(7)));
        return [.. symbols, 106];
    }

    private static string Key(IEnumerable<int> widths) => string.Concat(widths);
}
