using System.Globalization;
using System.Text;
using Tradepost.Contracts;
using Tradepost.Platform.Documents;

namespace Tradepost.Shipping.Printing;

/// <summary>
/// The label in the language of label printers, four by six inches at 203 dots an inch. Texts are UTF-8; whatever in them could be read as
/// a command is written in hexadecimal, so that a name can't print something of its own.
/// </summary>
internal static class LabelZpl
{
    private const int Width = 812;
    private const int Height = 1218;
    private const int Left = 40;
    private const int Inner = Width - (2 * Left);

    public static string Of(LabelSheet sheet)
    {
        var zpl = new StringBuilder(2048);
        zpl.Append(CultureInfo.InvariantCulture, $"^XA\n^CI28\n^PW{Width}\n^LL{Height}\n^LH0,0\n");
        Head(zpl, sheet);
        Block(zpl, "FROM", AddressFormats.Lines(sheet.From), 150, 24, 27);
        Rule(zpl, 395);
        Block(zpl, "TO", AddressFormats.Lines(sheet.To), 410, 38, 42);
        Rule(zpl, 750);
        Facts(zpl, sheet);
        Rule(zpl, 850);
        Barcode(zpl, sheet.TrackingNumber);
        return zpl.Append("^XZ\n").ToString();
    }

    /// <summary>A text as the contents of a field after ^FH: printable ASCII as it is, all else as hexadecimal bytes of UTF-8.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var unit in Encoding.UTF8.GetBytes(text))
        {
            if (unit is < 0x20 or > 0x7E or (byte)'^' or (byte)'~' or (byte)'_' or (byte)'\\')
            {
                escaped.Append(CultureInfo.InvariantCulture, $"_{unit:X2}");
            }
            else
            {
                escaped.Append((char)unit);
            }
        }

        return escaped.ToString();
    }

    private static void Head(StringBuilder zpl, LabelSheet sheet)
    {
        zpl.Append(CultureInfo.InvariantCulture, $"^FO0,0^GB{Width},124,124^FS\n");
        var service = sheet.IsReturn ? "RETURN" : sheet.Service?.ToUpperInvariant() ?? "";
        Text(zpl, Left, 44, 44, sheet.Carrier, white: true);
        zpl.Append(CultureInfo.InvariantCulture,
            $"^FO{Left},44^A0N,44,44^FB{Inner},1,0,R^FR^FH^FD{Escape(Cut(service, 16))}^FS\n");
    }

    private static void Block(StringBuilder zpl, string name, IReadOnlyList<string> lines, int top, int size, int step)
    {
        Text(zpl, Left, top, 18, name);
        var y = top + 26;
        foreach (var line in lines)
        {
            Text(zpl, Left, y, size, Cut(line, Inner * 2 / size));
            y += step;
        }
    }

    private static void Facts(StringBuilder zpl, LabelSheet sheet)
    {
        (int X, string Name, string Value)[] facts =
        [
            (Left, sheet.IsReturn ? "RETURN" : "ORDER", Cut(sheet.Reference, 18)), (330, "WEIGHT", sheet.Weight),
            (490, "PARCEL", string.Create(CultureInfo.InvariantCulture, $"{sheet.Part} of {sheet.Parts}")),
            (620, "DATE", sheet.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ];
        foreach (var (x, name, value) in facts)
        {
            Text(zpl, x, 765, 18, name);
            Text(zpl, x, 792, 30, value);
        }
    }

    private static void Barcode(StringBuilder zpl, string number)
    {
        var modules = Code128.Modules(number).Sum();
        var dots = Math.Clamp(Inner / modules, 1, 4);
        var x = (Width - (modules * dots)) / 2;
        zpl.Append(CultureInfo.InvariantCulture, $"^FO{x},890^BY{dots}^BCN,210,N,N,N,A^FH^FD{Escape(number)}^FS\n");
        zpl.Append(CultureInfo.InvariantCulture, $"^FO0,1120^A0N,44,44^FB{Width},1,0,C^FH^FD{Escape(number)}^FS\n");
    }

    private static void Rule(StringBuilder zpl, int y) =>
        zpl.Append(CultureInfo.InvariantCulture, $"^FO{Left},{y}^GB{Inner},3,3^FS\n");

    private static void Text(StringBuilder zpl, int x, int y, int size, string text, bool white = false) =>
        zpl.Append(CultureInfo.InvariantCulture, $"^FO{x},{y}^A0N,{size},{size}{(white ? "^FR" : "")}^FH^FD{Escape(text)}^FS\n");

    private static string Cut(string text, int most) => text.Length > most ? text[..most] : text;
}
