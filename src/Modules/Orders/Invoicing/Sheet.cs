using System.Globalization;
using Tradepost.Platform.Documents;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Invoicing;

/// <summary>A4 paper that is written from top to bottom and goes on with a new sheet.</summary>
internal sealed class Sheet(PdfDocument document)
{
    public const double Left = 48;
    public const double Right = 547;
    public const double Width = Right - Left;
    public const double Small = 8;
    public const double Body = 9;
    private const double PageWidth = 595;
    private const double PageHeight = 842;
    private const double Top = 56;
    private static readonly PdfColor Rule = PdfColor.Gray(0.8);

    public static readonly PdfColor Soft = PdfColor.Gray(0.38);

    public PdfPage Page { get; private set; } = document.AddPage(PageWidth, PageHeight);

    /// <summary>Where the next line goes.</summary>
    public double Y { get; set; } = Top;

    /// <summary>What must stay free at the foot.</summary>
    public double Foot { get; init; } = 70;

    public bool Fits(double height) => Y + height <= PageHeight - Foot;

    public void Turn() => (Page, Y) = (document.AddPage(PageWidth, PageHeight), Top);

    public void RuleOff(double from = Left) => Page.Line(from, Y, Right, Y, 0.5, Rule);

    /// <summary>Writes lines below one another; answers the y below the last.</summary>
    public double Block(double x, double y, double width, IEnumerable<string> lines, double size = Body, PdfColor? color = null)
    {
        foreach (var line in lines.SelectMany(text => PdfFont.Wrap(text, width, size)))
        {
            Page.Text(x, y, line, size, color: color);
            y += size * 1.45;
        }

        return y;
    }

    /// <summary>An amount without its currency: "1,099.00".</summary>
    public static string Plain(Money money)
    {
        var scale = money.Currency.Scale;
        var digits = Int128.Abs(money.Minor).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var whole = Int128.Parse(digits[..^scale], CultureInfo.InvariantCulture).ToString("#,0", CultureInfo.InvariantCulture);
        return (money.IsNegative ? "−" : "") + (scale == 0 ? whole : $"{whole}.{digits[^scale..]}");
    }

    public static string WithCurrency(Money money) => $"{Plain(money)} {money.Currency.Code}";
}
