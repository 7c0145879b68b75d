using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Returns;
using Tradepost.Contracts.Shop;

namespace Tradepost.Notifications.Letters;

/// <summary>A return as letters tell of it.</summary>
internal sealed record ReturnLetterFacts(
    string Number, string OrderNumber, string Name, string Url, IReadOnlyList<ReturnLetterFacts.Line> Lines, IReadOnlyList<string> Address,
    bool ShopPays)
{
    internal sealed record Line(string Name, int Quantity);

    public static ReturnLetterFacts Of(OrderSummary order, ReturnSummary about, ShopSettings shop) => new(
        about.Number, order.Number, order.Name, Link(order, about, shop),
        [.. about.Lines.Select(line => new Line(line.Name, line.Quantity))],
        about.SendTo is { } address ? OrderFacts.Written(address) : [],
        about.ShopPays);

    // A guest's key stands after the #: browsers keep that part to themselves.
    private static string Link(OrderSummary order, ReturnSummary about, ShopSettings shop) =>
        $"{shop.BaseUrl}/returns/{about.Id}?order={order.Id}"
        + (order.AccessToken is { } token ? "#token=" + Uri.EscapeDataString(token) : "");
}
