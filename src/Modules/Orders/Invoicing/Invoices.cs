using System.Globalization;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Invoicing;

/// <summary>
/// Gives orders their invoices: numbered one after the other, in the transaction that made them due. Its number is the last thing such a
/// transaction asks for: from then to its commit the others wait.
/// </summary>
internal sealed class Invoices(ShopSettings shop)
{
    /// <summary>Gives the order its invoice if that is due now and it has none. The caller holds the order.</summary>
    public void Give(Tx tx, OrderId order)
    {
        var facts = shop.Now;
        tx.Queue(
            $"""
            select orders.give_invoice({Id<Invoice>.New()}, {order}, {Series(facts, tx.Now)}, {Json.Of(Seller.Of(facts))}, {tx.Now})
            """);
    }

    public static Task<Invoice?> Find(Database db, OrderId order, CancellationToken cancel) => db.Row(
        $"select number, issued_at, seller::text from orders.invoices where order_id = {order}",
        row => new Invoice(row.GetString(0), row.Instant(1), row.Json<Seller>(2)), cancel);

    /// <summary>What the number begins with. A year is one of the shop's own calendar.</summary>
    internal static string Series(ShopFacts shop, DateTimeOffset now) =>
        shop.Legal.InvoicesPerYear
            ? string.Create(CultureInfo.InvariantCulture, $"{shop.Legal.InvoicePrefix}{Year(shop, now)}-")
            : shop.Legal.InvoicePrefix is { Length: > 0 } prefix ? prefix : "0";

    internal static int Year(ShopFacts shop, DateTimeOffset now) =>
        TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(shop.TimeZone)).Year;
}

/// <summary>An invoice, beside the order it is of.</summary>
internal sealed record Invoice(string Number, DateTimeOffset IssuedAt, Seller Seller);
