using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Shop;
using Tradepost.Notifications.Reactions;

namespace Tradepost.Notifications.Letters;

/// <summary>A cart as letters tell of it.</summary>
internal sealed record CartFacts(string Url, string Stop, string Count, IReadOnlyList<CartFacts.Line> Lines, string? More, string Total)
{
    private const int LinesShown = 10;

    internal sealed record Line(string Name, string Url, string? Picture, int Quantity, string Amount);

    public static CartFacts Of(CartAbandoned cart, ShopSettings shop) => new(
        $"{shop.BaseUrl}/cart{(cart.IsGuests ? $"?restore={cart.CartId}" : "")}",
        Links.Of(shop, "stop-reminders", cart.StopToken),
        cart.Lines.Count == 1 ? "one thing" : $"{cart.Lines.Count} things",
        [.. cart.Lines.Take(LinesShown).Select(line => new Line(
            line.Name, $"{shop.BaseUrl}/p/{Uri.EscapeDataString(line.Slug)}", Picture(line.ImageUrl, shop), line.Quantity,
            Amounts.InWords(line.LineTotal)))],
        cart.Lines.Count > LinesShown ? $"and {cart.Lines.Count - LinesShown} more" : null,
        Amounts.InWords(cart.Total));

    // The catalogue names its own pictures by their path.
    private static string? Picture(string? url, ShopSettings shop) =>
        url is null ? null : url.StartsWith('/') ? shop.BaseUrl + url : url;
}
