using System.Globalization;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Contracts.Shop;
using Tradepost.Payments.Ledger;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Crediting;

/// <summary>
/// Gives a credit note with every refund that succeeds, in the transaction that records it. Its number is the last thing such a
/// transaction asks for: from then to its commit the others wait, and one that is rolled back leaves no gap.
/// </summary>
internal sealed class CreditNotes(Database db, IOrdersToBook orders, ShopSettings shop) : ICreditNotes
{
    public async Task<IReadOnlyList<CreditNote>> Of(OrderId order, CancellationToken cancel) => await db.Query(
        $"""
        select id, number, issued_at, amount_minor, tax_minor, currency, content::text
        from payments.credit_notes where order_id = {order} order by issued_at, place
        """,
        row => new CreditNote(
            row.Id<Contracts.Kinds.CreditNote>(0), row.GetString(1), row.Instant(2), row.Money(3, 5), row.Money(4, 5),
            row.Json<CreditNoteContent>(6)),
        cancel);

    /// <summary>
    /// Gives the refund its note. The caller holds the order; what it moved in the books stands between the two positions.
    /// </summary>
    public async Task Give(Tx tx, RefundId refund, OrderToBook order, Position before, Position after)
    {
        var units = tx.Later(
            $"""
            select p.kind, p.order_line_id, case when exists (
                select 1 from payments.refund_parts o join payments.refunds other on other.id = o.refund_id
                where o.order_line_id = p.order_line_id and other.created_at = r.created_at and other.id < r.id)
              then null else p.quantity end
            from payments.refund_parts p join payments.refunds r on r.id = p.refund_id where p.refund_id = {refund}
            """,
            row => new CreditedUnits(
                new(Words.Parse<ShareKind>(row.GetString(0)), row.IdOrNull<Contracts.Kinds.OrderLine>(1)), row.IntOrNull(2)));
        var earlier = tx.Later(
            $"select content::text from payments.credit_notes where order_id = {order.Id}", row => row.Json<CreditNoteContent>(0));
        var told = await orders.FindToCredit(order.Id, new Reads(db, tx)) ?? throw new InvalidOperationException($"No order {order.Id}.");
        var credit = new Credit(order, told, before, after);
        var content = new CreditNoteContent(
            order.Number, told.PlacedAt, told.Invoice, order.BillTo, told.Email, Seller.Of(shop.Now), credit.Parts(await units.Rows()),
            credit.Taxes([.. (await earlier.Rows()).SelectMany(note => note.Taxes)]));
        tx.Queue(
            $"""
            select payments.give_credit_note(
              {CreditNoteId.New()}, {refund}, {order.Id}, {Series(shop.Now, tx.Now)}, {credit.Tax.Minor}, {Json.Of(content)}, {tx.Now})
            """);
    }

    /// <summary>What the number begins with. A year is one of the shop's own calendar.</summary>
    internal static string Series(ShopFacts shop, DateTimeOffset now)
    {
        var prefix = shop.Legal.CreditNotePrefix;
        var year = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(shop.TimeZone)).Year;
        return shop.Legal.InvoicesPerYear ? string.Create(CultureInfo.InvariantCulture, $"{prefix}{year}-")
            : prefix.Length > 0 ? prefix : "0";
    }
}

/// <summary>Units of a line (or the delivery) a refund was written for. No number: the rest of units another refund told.</summary>
internal sealed record CreditedUnits(ShareKey Key, int? Quantity);
