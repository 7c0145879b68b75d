using System.Text.Json;
using Tradepost.Contracts.Pricing;
using Tradepost.Orders.Reading;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Invoicing;

/// <summary>A tax on an invoice, and what it was taken on.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Percent">As text.</param>
/// <param name="Net">What it was taken on; null for orders from before that was kept.</param>
/// <param name="Tax">How much.</param>
internal sealed record TaxRow(string Name, string Percent, Money? Net, Money Tax);

/// <summary>
/// Sums an order's taxes up by rate. The amounts are those the order was charged with; what they were taken on follows from its lines and
/// the rates its price was computed with.
/// </summary>
internal static class TaxSummary
{
    public static IReadOnlyList<TaxRow> Of(OrderView order, Json? evidence)
    {
        var rates = evidence is { } json ? Rates(Json.Read<JsonElement>(json.Text)) : null;
        return [.. order.Taxes.Select(tax => new TaxRow(tax.Name, tax.Percent, rates is null ? null : Net(order, rates, tax), tax.Amount))];
    }

    private static Money Net(OrderView order, Dictionary<string, HashSet<(string Name, string Percent)>> rates, TaxAmount tax)
    {
        var rate = (tax.Name, Plain(tax.Percent));
        var nets = order.Lines.Select(line => (Key: line.Id.ToString(), Net: Net(line, order.Totals.TaxIncluded)))
            .Append((Key: "", Net: DeliveryNet(order)));
        return nets.Where(row => rates.TryGetValue(row.Key, out var some) && some.Contains(rate))
            .Aggregate(Money.Zero(tax.Amount.Currency), (sum, row) => sum + row.Net);
    }

    private static Money Net(OrderLineView line, bool included) =>
        included ? line.LineTotal - line.Discount - line.Tax : line.LineTotal - line.Discount;

    private static Money DeliveryNet(OrderView order)
    {
        var zero = Money.Zero(order.Totals.Total.Currency);
        var discount = order.Totals.Discount - order.Lines.Aggregate(zero, (sum, line) => sum + line.Discount);
        var tax = order.Totals.Tax - order.Lines.Aggregate(zero, (sum, line) => sum + line.Tax);
        var paid = order.Totals.Shipping - discount;
        return order.Totals.TaxIncluded ? paid - tax : paid;
    }

    /// <summary>The rates of each line by its id, those of the delivery under "".</summary>
    internal static Dictionary<string, HashSet<(string Name, string Percent)>> Rates(JsonElement quote)
    {
        var rates = new Dictionary<string, HashSet<(string Name, string Percent)>>(StringComparer.Ordinal);
        foreach (var line in quote.GetProperty("lines").EnumerateArray())
        {
            rates[line.GetProperty("key").GetString()!] = RatesOf(line);
        }

        if (quote.TryGetProperty("shipping", out var shipping) && shipping.ValueKind == JsonValueKind.Object)
        {
            rates[""] = RatesOf(shipping);
        }

        return rates;
    }

    private static HashSet<(string Name, string Percent)> RatesOf(JsonElement taxed) =>
        taxed.TryGetProperty("taxRates", out var rates) && rates.ValueKind == JsonValueKind.Array
            ? [.. rates.EnumerateArray().Select(rate =>
                (rate.GetProperty("name").GetString()!, Plain(rate.GetProperty("percent").ToString())))]
            : [];

    /// <summary>"20" and "20.0" are one rate.</summary>
    internal static string Plain(string percent) => percent.Contains('.', StringComparison.Ordinal)
        ? percent.TrimEnd('0').TrimEnd('.')
        : percent;
}
