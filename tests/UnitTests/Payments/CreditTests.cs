using System.Globalization;
using Tradepost.Contracts;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Contracts.Pricing;
using Tradepost.Payments.Crediting;
using Tradepost.Payments.Ledger;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Payments;

/// <summary>What stands on credit notes: what the books moved, in words.</summary>
public sealed class CreditTests
{
    private static readonly RateToCredit Full = new("VAT", "19");
    private static readonly RateToCredit Low = new("VAT", "7");
    private static readonly RateToCredit State = new("State", "6.25");
    private static readonly RateToCredit County = new("County", "1");

    [Fact]
    public void A_line_gives_back_the_tax_of_its_own_rate_and_no_other()
    {
        var shop = new Sold([(2140, 140, [Low]), (1190, 190, [Full])], (595, 95, [Full]));
        var (parts, taxes) = shop.Back(2140, (0, 2));
        Assert.Equal([("line", 2, 2140L)], parts.Select(part => (part.Kind, part.Quantity ?? 0, part.Amount.Minor)));
        Assert.Equal([("7", 2000L, 140L)], Read(taxes));
        (parts, taxes) = shop.Back(1785);
        Assert.Equal(["line", "shipping"], parts.Select(part => part.Kind));
        Assert.Equal([("19", 1500L, 285L)], Read(taxes));
    }

    [Fact]
    public void An_amount_names_no_line_and_takes_from_every_rate_in_proportion()
    {
        var shop = new Sold([(2140, 140, [Low]), (1190, 190, [Full])], (0, 0, []));
        var (parts, taxes) = shop.Back(333);
        Assert.Equal([("amount", 333L)], parts.Select(part => (part.Kind, part.Amount.Minor)));
        Assert.Equal(["7", "19"], taxes.Select(tax => tax.Percent));
        Assert.Equal(333, taxes.Sum(tax => tax.Net.Minor + tax.Tax.Minor));
    }

    [Fact]
    public void Money_beyond_the_price_goes_back_without_tax_and_says_so()
    {
        var shop = new Sold([(1190, 190, [Full])], (0, 0, []), beyond: 1000);
        var (parts, taxes) = shop.Back(1000);
        Assert.Equal([("owed", 1000L)], parts.Select(part => (part.Kind, part.Amount.Minor)));
        Assert.Empty(taxes);
    }

    [Fact]
    public void Without_rates_the_tax_is_told_by_those_the_order_was_charged()
    {
        var shop = new Sold([(1190, 190, [Full])], (0, 0, []), told: false);
        Assert.Equal([("19", 1000L, 190L)], Read(shop.Back(1190).Taxes));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(99)]
    [InlineData(1000)]
    public void All_notes_of_an_order_together_give_back_its_taxes_by_rate(int step)
    {
        var shop = new Sold(
            [(1072, 72, [State, County]), (333, 23, [State, County]), (2140, 140, [Low]), (1190, 190, [Full])], (536, 36, [State, County]));
        var sums = new Dictionary<string, long>();
        for (var left = shop.Total; left > 0; left -= step)
        {
            var (parts, taxes) = shop.Back(Math.Min(step, left));
            Assert.Equal(Math.Min(step, left), parts.Sum(part => part.Amount.Minor));
            Assert.All(taxes, tax => Assert.True(tax.Tax.Minor >= 0));
            foreach (var tax in taxes)
            {
                sums[tax.Percent] = sums.GetValueOrDefault(tax.Percent) + tax.Tax.Minor;
            }
        }

        Assert.Equal(
            shop.Order.Taxes.Select(tax => (tax.Percent, tax.Amount.Minor)).Order(), sums.Select(pair => (pair.Key, pair.Value)).Order());
    }

    [Theory]
    [InlineData(true, "CN-", "CN-2027-")]
    [InlineData(false, "CN-", "CN-")]
    [InlineData(true, "", "2027-")]
    [InlineData(false, "", "0")]
    public void Notes_are_counted_by_the_shops_own_year_or_on_and_on(bool yearly, string prefix, string series) => Assert.Equal(
        series, CreditNotes.Series(
            new() { TimeZone = "Europe/Athens", Legal = new() { InvoicesPerYear = yearly, CreditNotePrefix = prefix } },
            new(2026, 12, 31, 22, 30, 0, TimeSpan.Zero)));

    private static IEnumerable<(string, long, long)> Read(IReadOnlyList<CreditNoteTax> taxes) =>
        taxes.Select(tax => (tax.Percent, tax.Net.Minor, tax.Tax.Minor));

    /// <summary>An order that was paid, prices with tax.</summary>
    private sealed class Sold
    {
        private readonly OrderToCredit told;
        private readonly List<CreditNoteTax> given = [];
        private Position position;

        public Sold((long Paid, long Tax, RateToCredit[] Rates)[] lines, (long Paid, long Tax, RateToCredit[] Rates) delivery,
            long beyond = 0, bool told = true)
        {
            var all = lines.Append(delivery).ToList();
            Total = all.Sum(part => part.Paid);
            var taxes = all.SelectMany(part => part.Rates.Zip(Share(part.Tax, part.Rates), (rate, tax) => (rate, tax)))
                .GroupBy(pair => pair.rate)
                .Select(group => new TaxAmount(group.Key.Name, group.Key.Percent, Money(group.Sum(pair => pair.tax)))).ToList();
            var booked = lines.Select((line, i) => new LineToBook(
                OrderLineId.New(), VariantId.New(), $"SKU-{i}", $"Line {i}", 2, 0, Money(0), Money(line.Tax), Money(line.Paid))).ToList();
            var goods = lines.Sum(line => line.Paid);
            Order = new(
                OrderId.New(), "T-100001", new Address("A", "1", "B", "US"),
                new(Money(goods), Money(0), Money(delivery.Paid), Money(all.Sum(part => part.Tax)), Money(Total), true),
                taxes, booked);
            this.told = new("a@b.test", default, null,
                [.. booked.Select((line, i) => new LineToCredit(line.Id, line.Name, told ? lines[i].Rates : null))],
                told ? delivery.Rates : null);
            position = Position.Of(Order, new Dictionary<ShareKey, long>()).Take(Total + beyond);
        }

        public OrderToBook Order { get; }

        public long Total { get; }

        public (IReadOnlyList<CreditNotePart> Parts, IReadOnlyList<CreditNoteTax> Taxes) Back(
            long amount, params (int Line, int Units)[] asked)
        {
            var keys = asked.Select(units => new CreditedUnits(new(ShareKind.Line, Order.Lines[units.Line].Id), units.Units)).ToList();
            var after = position.Give(amount, [.. keys.Select(key => new ShareWish(key.Key, amount))]);
            var credit = new Credit(Order, told, position, after);
            position = after;
            var (parts, taxes) = (credit.Parts(keys), credit.Taxes([.. given]));
            given.AddRange(taxes);
            Assert.Equal(credit.Tax.Minor, taxes.Sum(tax => tax.Tax.Minor));
            return (parts, taxes);
        }

        private static long[] Share(long tax, RateToCredit[] rates) => rates.Length == 0
            ? []
            : [.. Money(tax).Allocate([.. rates.Select(rate => (long)(decimal.Parse(rate.Percent, CultureInfo.InvariantCulture) * 100))])
                .Select(part => part.Minor)];

        private static Money Money(long minor) => new(minor, Currency.Of("EUR"));
    }
}
