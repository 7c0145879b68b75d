using System.Globalization;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Types;

namespace Tradepost.Host.Storefront;

/// <summary>Pieces of plain content that several pages share.</summary>
internal static class Parts
{
    /// <summary>"$1,234.50": for readers without scripts, in the form the app shows too.</summary>
    public static string Price(Money money)
    {
        var scale = money.Currency.Scale;
        var major = (decimal)money.Minor;
        for (var i = 0; i < scale; i++)
        {
            major /= 10;
        }

        var number = major.ToString("N" + scale.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return money.Currency.Code == "USD" ? "$" + number : $"{money.Currency.Code} {number}";
    }

    /// <summary>The amount as schema.org writes it: "1234.50".</summary>
    public static string Plain(Money money) => money.ToString().Split(' ')[0];

    public static HtmlText Navigation(IReadOnlyList<CategoryNode> categories) =>
        $"""
        <nav aria-label="Categories"><ul>
        {HtmlText.Each(categories, category => $"<li><a href=\"/c/{category.Slug}\">{category.Name}</a></li>")}
        </ul></nav>
        """;

    public static HtmlText Products(IReadOnlyList<ProductListItem> items) =>
        $"<ul>{HtmlText.Each(items, Item)}</ul>";

    public static HtmlText Path(IReadOnlyList<CategoryRef> path) =>
        $"""
        <nav aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li>
        {HtmlText.Each(path, at => $"<li><a href=\"/c/{at.Slug}\">{at.Name}</a></li>")}
        </ol></nav>
        """;

    public static string Availability(string status) => status == "available" ? "In stock" : "Out of stock";

    private static HtmlText Item(ProductListItem item) =>
        $"""
        <li><a href="/p/{item.Slug}">{item.Name}</a> {HtmlText.When(item.Brand is not null, () => $"by {item.Brand} ")}
        <span>{Price(item.Price)}</span> <span>{Availability(item.Status)}</span></li>
        """;
}
