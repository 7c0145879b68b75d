using Tradepost.Contracts;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Types;

namespace Tradepost.Notifications.Letters;

/// <summary>An order as letters tell of it: every amount in words, every link whole.</summary>
internal sealed record OrderFacts(
    string Number, string Name, string Url, IReadOnlyList<OrderFacts.Line> Lines, IReadOnlyList<OrderFacts.Sum> Sums, string Total,
    IReadOnlyList<string> Address)
{
    internal sealed record Line(string Name, int Quantity, string Amount);

    internal sealed record Sum(string Label, string Amount);

    public static OrderFacts Of(OrderSummary order, ShopSettings shop) => new(
        order.Number, order.Name, Link(order, shop),
        [.. order.Lines.Select(line => new Line(line.Name, line.Quantity, Amounts.InWords(line.LineTotal)))],
        [.. SumsOf(order).Select(sum => new Sum(sum.Label, Amounts.InWords(sum.Amount)))],
        Amounts.InWords(order.Total),
        order.ShippingAddress is { } address ? Written(address) : []);

    // A guest's key stands after the #: browsers keep that part to themselves.
    private static string Link(OrderSummary order, ShopSettings shop) =>
        $"{shop.BaseUrl}/orders/{order.Id}" + (order.AccessToken is { } token ? "#token=" + Uri.EscapeDataString(token) : "");

    /// <summary>
    /// What lies between the lines and the total. Without details, the difference in one row: lines and total always add up.
    /// </summary>
    private static IEnumerable<(string Label, Money Amount)> SumsOf(OrderSummary order)
    {
        if (order.Totals is not { } totals)
        {
            var lines = order.Lines.Aggregate(Money.Zero(order.Total.Currency), (sum, line) => sum + line.LineTotal);
            return lines == order.Total ? [] : [("Delivery, tax and discounts", order.Total - lines)];
        }

        var rows = new List<(string, Money)> { ("Subtotal", totals.Subtotal) };
        if (!totals.Discount.IsZero)
        {
            rows.Add(("Discount", -totals.Discount));
        }

        rows.Add(("Delivery", totals.Shipping));
        if (!totals.Tax.IsZero)
        {
            rows.Add((totals.TaxIncluded ? "Tax (included)" : "Tax", totals.Tax));
        }

        return rows;
    }

    internal static string[] Written(Address address) => new[]
    {
        address.Name, address.Company, address.Line1, address.Line2,
        Town(address),
        Countries.Find(address.Country)?.Name ?? address.Country,
    }.OfType<string>().Where(line => line.Length > 0).ToArray();

    private static string Town(Address address) =>
        string.Join(' ', new[] { address.City + (address.State is null ? "" : ","), address.State, address.PostalCode }.OfType<string>());
}
