using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Tradepost.Host.Storefront;

/// <summary>
/// HTML written as an interpolated string, whose holes are always escaped. Only another <see cref="HtmlText"/> is taken over as markup,
/// so what a product is called can never become part of the page's own code.
/// </summary>
[InterpolatedStringHandler]
internal sealed class HtmlText(int literalLength, int formattedCount)
{
    private readonly StringBuilder text = new(literalLength + (formattedCount * 16));

    public static HtmlText Empty => new(0, 0);

    public static HtmlText Each<T>(IEnumerable<T> items, Func<T, HtmlText> write)
    {
        var whole = new HtmlText(256, 0);
        foreach (var item in items)
        {
            whole.AppendFormatted(write(item));
        }

        return whole;
    }

    public static HtmlText When(bool condition, Func<HtmlText> write) => condition ? write() : Empty;

    public void AppendLiteral(string value) => text.Append(value);

    public void AppendFormatted(HtmlText markup) => text.Append(markup.text);

    public void AppendFormatted<T>(T value) =>
        text.Append(HtmlEncoder.Default.Encode(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));

    public override string ToString() => text.ToString();
}
