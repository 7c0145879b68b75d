using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Returns;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Returns.Asking;

/// <summary>A return about to be written down.</summary>
/// <param name="Kind">Asked for, or a withdrawal.</param>
/// <param name="Lines">What comes back.</param>
/// <param name="Comment">The customer's words.</param>
/// <param name="Statement">What they said when they withdrew.</param>
internal sealed record NewReturn(ReturnKind Kind, IReadOnlyList<AskedLine> Lines, string? Comment, string? Statement)
{
    /// <summary>The shop pays for the whole parcel if any of it comes back through its own fault.</summary>
    public bool ShopPays => Lines.Any(line => line.Terms.ShopPays);

    /// <summary>Writes it, and holds its units. The order is held.</summary>
    public async Task<LockedReturn> Write(Tx tx, OrderToReturn order, string by)
    {
        var serial = await tx.Query($"select nextval('returns.numbers')", row => row.GetInt64(0));
        var made = new LockedReturn(ReturnId.New(), $"R-{serial[0]}", order.Id, Kind, ReturnStatus.Requested, ShopPays);
        tx.Queue(
            $"""
            insert into returns.returns (
              id, number, order_id, order_number, customer_id, customer_name, kind, status, comment, statement, shop_pays, currency,
              requested_at, created_at, updated_at)
            values (
              {made.Id}, {made.Number}, {order.Id}, {order.Number}, {order.Customer?.Value}, {order.Name}, {Words.Of(Kind)},
              {Words.Of(made.Status)}, {Comment}, {Statement}, {ShopPays}, {order.Currency}, {tx.Now}, {tx.Now}, {tx.Now})
            """);
        foreach (var (place, line) in Lines.Index())
        {
            Insert(tx, made.Id, place, line);
            HeldUnits.Hold(tx, order, line.Line.Id, line.Quantity);
        }

        History.Add(tx, made.Id, Words.Of(made.Status), by, null, made.Status);
        tx.Touch(OrderTags.Order(order.Id));
        return made;
    }

    private static void Insert(Tx tx, ReturnId id, int place, AskedLine line) => tx.Queue(
        $"""
        insert into returns.return_lines (
          id, return_id, order_line_id, position, product_id, variant_id, sku, name, image_url, weight_grams, quantity, reason,
          fee_percent, currency, worth_minor, created_at)
        values (
          {ReturnLineId.New()}, {id}, {line.Line.Id}, {place}, {line.Line.ProductId}, {line.Line.VariantId}, {line.Line.Sku},
          {line.Line.Name}, {line.Line.ImageUrl}, {line.Line.WeightGrams}, {line.Quantity}, {Words.Of(line.Terms.Reason)},
          {line.Terms.FeePercent}, {line.Worth.Currency}, {line.Worth.Minor}, {tx.Now})
        """);
}
