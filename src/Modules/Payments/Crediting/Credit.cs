using System.Globalization;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Payments.Ledger;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Crediting;

/// <summary>
/// What a refund gave back, in the words of a credit note: the parts and the taxes that the books moved, so that they say the same to
/// the cent. Pure.
/// </summary>
internal sealed class Credit(OrderToBook order, OrderToCredit told, Position before, Position after)
{
    private readonly List<Gone> gone = [.. before.Shares.Zip(after.Shares, (old, now) => new Gone(
        old.Key, old.Held - now.Held, old.TaxHeld - now.TaxHeld)).Where(some => some.Amount != 0)];

    /// <summary>The tax in what went back.</summary>
    public Money Tax => Of(gone.Sum(some => some.Tax));

    /// <summary>
    /// What was asked for by name; without a word what for, all lines when nothing is left of any, else an amount of the whole.
    /// </summary>
    public IReadOnlyList<CreditNotePart> Parts(IReadOnlyList<CreditedUnits> asked)
    {
        var owed = gone.Where(some => some.Key.Kind == ShareKind.Owed).ToList();
        var all = asked.Count == 0 && after.Shares.All(share => share.Held == 0 || share.Kind == ShareKind.Owed);
        var named = gone.Except(owed).Where(some => some.Key.Kind is ShareKind.Line or ShareKind.Shipping
            && (all || asked.Any(units => units.Key == some.Key))).ToList();
        var rest = gone.Except(owed).Except(named).Sum(some => some.Amount);
        var parts = named.ConvertAll(some => Named(some, all ? WholeUnits(some) : asked.First(units => units.Key == some.Key).Quantity));
        if (rest != 0)
        {
            parts.Add(new("amount", null, null, null, Of(rest)));
        }

        parts.AddRange(owed.Select(some => new CreditNotePart("owed", null, null, null, Of(some.Amount))));
        return parts;
    }

    /// <summary>
    /// The taxes by rate. A part with one rate gives all its tax to it. Where several meet, they share by what earlier notes left of
    /// each, so that the last note takes the rest.
    /// </summary>
    public IReadOnlyList<CreditNoteTax> Taxes(IReadOnlyList<CreditNoteTax> earlier)
    {
        var rows = order.Taxes.Select(tax => new Row(new(tax.Name, Plain(tax.Percent)), tax.Amount.Minor)).ToList();
        foreach (var row in rows)
        {
            row.Left -= earlier.Where(tax => (tax.Name, tax.Percent) == (row.Rate.Name, row.Rate.Percent)).Sum(tax => tax.Tax.Minor);
        }

        var groups = gone.Where(some => some.Key.Kind != ShareKind.Owed)
            .Select(some => (Gone: some, Rows: RowsOf(some, rows))).Where(some => some.Rows.Count > 0)
            .GroupBy(some => string.Join(' ', some.Rows.Select(row => rows.IndexOf(row)))).OrderBy(group => group.First().Rows.Count);
        foreach (var group in groups)
        {
            var some = group.First().Rows;
            var tax = group.Sum(part => part.Gone.Tax);
            var net = group.Sum(part => part.Gone.Amount) - tax;
            var cut = Of(tax).Allocate([.. some.Select(row => Math.Max(0, row.Left))]);
            foreach (var (row, part) in some.Zip(cut))
            {
                (row.Tax, row.Net, row.Left, row.Named) = (row.Tax + part.Minor, row.Net + net, row.Left - part.Minor, true);
            }
        }

        var taxes = rows.Where(row => row.Named)
            .Select(row => new CreditNoteTax(row.Rate.Name, row.Rate.Percent, Of(row.Net), Of(row.Tax))).ToList();
        var told = taxes.Sum(tax => tax.Tax.Minor);
        return told == Tax.Minor ? taxes : [.. taxes, new("Tax", "", Of(gone.Where(some => RowsOf(some, rows).Count == 0)
            .Sum(some => some.Amount - some.Tax)), Of(Tax.Minor - told))];
    }

    private CreditNotePart Named(Gone some, int? units)
    {
        var line = order.Lines.FirstOrDefault(line => line.Id == some.Key.Line);
        var name = told.Lines.FirstOrDefault(line => line.Id == some.Key.Line)?.Name ?? line?.Name;
        return new(Words.Of(some.Key.Kind), name, line?.Sku, units, Of(some.Amount));
    }

    // What is left of a line, as long as that is what its units cost: an amount may have gone back of it before.
    private int? WholeUnits(Gone some) =>
        order.Lines.FirstOrDefault(line => line.Id == some.Key.Line) is { } line && line.Quantity > line.Refunded
        && line.Worth(line.Quantity - line.Refunded).Minor == some.Amount
            ? line.Quantity - line.Refunded
            : null;

    // A rate the order was not charged with, or none known: the tax is of all it was charged with.
    private List<Row> RowsOf(Gone some, List<Row> rows)
    {
        var rates = some.Key.Kind switch
        {
            ShareKind.Line => told.Lines.FirstOrDefault(line => line.Id == some.Key.Line)?.Rates,
            ShareKind.Shipping => told.DeliveryRates,
            _ => null,
        };
        var known = rates is null ? [] : rows.Where(row => rates.Contains(row.Rate)).ToList();
        return known.Count > 0 || some.Tax == 0 ? known : rows;
    }

    private Money Of(long minor) => new(minor, before.Currency);

    private static string Plain(string percent) =>
        decimal.TryParse(percent, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.############################", CultureInfo.InvariantCulture)
            : percent;

    private sealed record Gone(ShareKey Key, long Amount, long Tax);

    private sealed class Row(RateToCredit rate, long left)
    {
        public RateToCredit Rate => rate;

        public long Left { get; set; } = left;

        public long Tax { get; set; }

        public long Net { get; set; }

        public bool Named { get; set; }
    }
}
