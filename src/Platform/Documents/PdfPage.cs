using System.Globalization;
using System.Text;

namespace Tradepost.Platform.Documents;

/// <summary>Where a text stands at its x.</summary>
public enum Align
{
    /// <summary>It begins there.</summary>
    Left,

    /// <summary>It ends there.</summary>
    Right,

    /// <summary>Its middle is there.</summary>
    Center,
}

/// <summary>A colour; each part 0 to 1.</summary>
public readonly record struct PdfColor(double Red, double Green, double Blue)
{
    /// <summary>Black.</summary>
    public static PdfColor Black { get; }

    /// <summary>White.</summary>
    public static PdfColor White { get; } = new(1, 1, 1);

    /// <summary>A grey: 0 black, 1 white.</summary>
    public static PdfColor Gray(double level) => new(level, level, level);

    /// <summary>From "#rrggbb"; null when it is not one.</summary>
    public static PdfColor? Parse(string? hex)
    {
        if (hex is not { Length: 7 } || hex[0] != '#'
            || !int.TryParse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        return new((value >> 16) / 255.0, ((value >> 8) & 255) / 255.0, (value & 255) / 255.0);
    }
}

/// <summary>A page. Points (1/72 inch), from the top left corner.</summary>
public sealed class PdfPage
{
    private readonly PdfDocument document;
    private readonly StringBuilder content = new();

    internal PdfPage(PdfDocument document, double width, double height) => (this.document, Width, Height) = (document, width, height);

    /// <summary>Points.</summary>
    public double Width { get; }

    /// <summary>Points.</summary>
    public double Height { get; }

    internal string Content => content.ToString();

    /// <summary>Writes one line of text.</summary>
    /// <param name="x">See <paramref name="align"/>.</param>
    /// <param name="y">Its baseline.</param>
    /// <param name="text">Signs the typeface lacks show as boxes.</param>
    /// <param name="size">Points.</param>
    /// <param name="bold">In bold.</param>
    /// <param name="align">What of the text stands at x.</param>
    /// <param name="color">Black when left out.</param>
    public void Text(
        double x, double y, string text, double size, bool bold = false, Align align = Align.Left, PdfColor? color = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = PdfFont.Clean(text);
        var left = align switch
        {
            Align.Right => x - PdfFont.Measure(clean, size, bold),
            Align.Center => x - (PdfFont.Measure(clean, size, bold) / 2),
            _ => x,
        };
        var (font, glyphs) = document.Encode(clean, bold);
        Add($"BT {Of(color ?? PdfColor.Black)} rg /{font} {N(size)} Tf {N(left)} {N(Height - y)} Td <{glyphs}> Tj ET\n");
    }

    /// <summary>Draws a line.</summary>
    public void Line(double x1, double y1, double x2, double y2, double width = 0.5, PdfColor? color = null) =>
        Add($"{Of(color ?? PdfColor.Black)} RG {N(width)} w {N(x1)} {N(Height - y1)} m {N(x2)} {N(Height - y2)} l S\n");

    /// <summary>Fills a rectangle; x and y are its upper left corner.</summary>
    public void Box(double x, double y, double width, double height, PdfColor? color = null) =>
        Add($"{Of(color ?? PdfColor.Black)} rg {N(x)} {N(Height - y - height)} {N(width)} {N(height)} re f\n");

    /// <summary>Puts a picture there, stretched to the size.</summary>
    /// <param name="x">Left.</param>
    /// <param name="y">Top.</param>
    /// <param name="width">Points.</param>
    /// <param name="height">Points.</param>
    /// <param name="jpeg">A baseline or progressive JPEG in grey, RGB or CMYK.</param>
    public void Jpeg(double x, double y, double width, double height, byte[] jpeg)
    {
        var image = document.AddImage(jpeg);
        Add($"q {N(width)} 0 0 {N(height)} {N(x)} {N(Height - y - height)} cm /{image} Do Q\n");
    }

    /// <summary>Puts a picture there, stretched to the size.</summary>
    /// <param name="x">Left.</param>
    /// <param name="y">Top.</param>
    /// <param name="width">Points.</param>
    /// <param name="height">Points.</param>
    /// <param name="png">A PNG; where it is transparent it is white.</param>
    public void Png(double x, double y, double width, double height, byte[] png)
    {
        var image = document.AddPng(png);
        Add($"q {N(width)} 0 0 {N(height)} {N(x)} {N(Height - y - height)} cm /{image} Do Q\n");
    }

    /// <summary>Whether a file is a PNG that can be put on a page.</summary>
    public static bool CanShowPng(byte[] png)
    {
        try
        {
            PngPicture.Read(png);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>
    /// Draws a Code 128 barcode, its quiet zones (ten modules on each side) within the width.
    /// </summary>
    /// <param name="x">Left, quiet zone included.</param>
    /// <param name="y">Top.</param>
    /// <param name="width">Points, quiet zones included.</param>
    /// <param name="height">Points.</param>
    /// <param name="text">Printable ASCII.</param>
    public void Code128(double x, double y, double width, double height, string text)
    {
        var modules = Documents.Code128.Modules(text);
        var module = width / (modules.Sum() + (2 * Documents.Code128.QuietZone));
        var left = x + (Documents.Code128.QuietZone * module);
        for (var i = 0; i < modules.Count; i++)
        {
            if (i % 2 == 0)
            {
                Box(left, y, modules[i] * module, height);
            }

            left += modules[i] * module;
        }
    }

    private static string Of(PdfColor color) => $"{N(color.Red)} {N(color.Green)} {N(color.Blue)}";

    private static string N(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private void Add(string operators) => content.Append(operators);
}
