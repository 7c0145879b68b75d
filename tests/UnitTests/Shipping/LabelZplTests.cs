using Tradepost.Shipping.Printing;

namespace Tradepost.UnitTests.Shipping;

/// <summary>Nothing a customer writes becomes a printer's command.</summary>
public sealed class LabelZplTests
{
    [Theory]
    [InlineData("Ada Moore", "Ada Moore")]
    [InlineData("^XZ~JA", "_5EXZ_7EJA")]
    [InlineData("a_5Eb", "a_5F5Eb")]
    [InlineData("Zoë", "Zo_C3_AB")]
    [InlineData("a\r\nb\\", "a_0D_0Ab_5C")]
    public void Signs_with_a_meaning_are_written_in_hexadecimal(string text, string escaped) =>
        Assert.Equal(escaped, LabelZpl.Escape(text));

    [Fact]
    public void Whatever_the_text_only_plain_signs_come_out()
    {
        var all = string.Concat(Enumerable.Range(0, 0x2FF).Select(code => (char)code));
        Assert.DoesNotContain(LabelZpl.Escape(all), sign => sign is '^' or '~' or < ' ' or > '~');
    }
}
