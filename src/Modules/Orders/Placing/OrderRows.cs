using Tradepost.Orders.Proof;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Placing;

/// <summary>Writes a new order: two statements in the shared batch, however many lines it has.</summary>
internal static class OrderRows
{
    public static void Insert(Tx tx, NewOrder order, string number)
    {
        var (draft, totals) = (order.Draft, order.Totals);
        tx.Queue(
            $"""
            insert into orders.orders (
              id, number, customer_id, cart_id, email, name, shipping_address, billing_address, shipping_option,
              currency, subtotal_minor, discount_minor, shipping_minor, tax_minor, total_minor, tax_included, trace, taxes,
              payment_method, return_path, status, payment_status, reserved_until, placed_at, created_at, updated_at)
            values (
              {order.Id}, {number}, {order.Customer?.Value}, {draft.CartId}, {draft.Email}, {draft.Name},
              {Json.Of(draft.ShippingAddress)}, {Json.Of(draft.BillingAddress ?? draft.ShippingAddress)}, {Json.Of(order.Shipping)},
              {order.Currency}, {totals.Subtotal.Minor}, {totals.Discount.Minor}, {totals.Shipping.Minor}, {totals.Tax.Minor},
              {totals.Total.Minor}, {totals.TaxIncluded}, {Json.Of(order.Trace)}, {Json.Of(order.Taxes)},
              {draft.PaymentMethod}, {draft.ReturnUrl}, 'pendingPayment', 'pending', {order.ReservedUntil}, {tx.Now}, {tx.Now}, {tx.Now})
            """);
        InsertLines(tx, order);
        OrderPricings.Insert(tx, order);
    }

    private static void InsertLines(Tx tx, NewOrder order)
    {
        T[] Column<T>(Func<NewLine, T> value) => [.. order.Lines.Select(value)];
        tx.Queue(
            $"""
            insert into orders.order_lines (
              id, order_id, position, product_id, variant_id, sku, name, options, image_url, weight_grams, quantity,
              currency, unit_price_minor, line_total_minor, discount_minor, tax_minor, created_at)
            select l.id, {order.Id}, l.position - 1, l.product_id, l.variant_id, l.sku, l.name,
              l.options::jsonb, l.image_url, l.weight_grams, l.quantity, 
              {order.Currency}, l.unit_price, l.line_total, l.discount, l.tax, {tx.Now}
            from unnest(
              {Column(line => line.Id.Value)}, {Column(line => line.Bought.ProductId.Value)}, {Column(line => line.Bought.VariantId.Value)},
              {Column(line => line.Bought.Sku)}, {Column(line => line.Bought.Name)}, {Column(line => Json.Of(line.Bought.Options).Text)},
              {Column(line => line.Bought.ImageUrl)}, {Column(line => line.Bought.WeightGrams)}, {Column(line => line.Bought.Quantity)},
              {Column(line => line.Quoted.UnitPrice.Minor)}, {Column(line => line.Quoted.LineTotal.Minor)},
              {Column(line => line.Quoted.Discount.Minor)}, {Column(line => line.Quoted.Tax.Minor)})
              with ordinality as l (
                id, product_id, variant_id, sku, name, options, image_url, weight_grams, quantity,
                unit_price, line_total, discount, tax, position)
            """);
    }
}
