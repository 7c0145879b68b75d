using System.Text;
using Tradepost.Contracts;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Contracts.Pricing;
using Tradepost.Contracts.Shop;
using Tradepost.Orders.Invoicing;
using Tradepost.Orders.Reading;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Orders.Invoicing;

public sealed class InvoiceDocumentTests
{
    private static readonly DateTimeOffset Then = new(2026, 11, 20, 23, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("one", 1, "USD", false, "US", "Lamp", false)]
    [InlineData("sixty", 60, "EUR", true, "DE", "Kabel USB-C auf USB-C, geflochten, schwarz", true)]
    [InlineData("long", 7, "EUR", true, "GB", "A name that goes on and on: ultra wide curved gaming monitor, its stand turns", true)]
    [InlineData("yen", 3, "JPY", true, "JP", "Noise cancelling headphones", false)]
    [InlineData("names", 4, "EUR", true, "GR", "Καλώδιο φόρτισης · Şarj kablosu İstanbul · Żółta ładowarka", false)]
    public void Every_page_says_which_it_is_and_the_same_order_gives_the_same_file(
        string file, int lines, string currency, bool included, string country, string name, bool several)
    {
        var order = Order(lines, Currency.Of(currency), included, country, name);
        var bytes = Document(order);
        Assert.Equal(bytes, Document(order));
        var pages = Encoding.Latin1.GetString(bytes).Split("/Type /Page ").Length - 1;
        Assert.Equal(several, pages > 1);
        if (Environment.GetEnvironmentVariable("TRADEPOST_PAPER") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, $"invoice-{file}.pdf"), bytes); // for looking at them
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void What_taxes_are_taken_on_and_the_taxes_come_to_the_total(int lines)
    {
        foreach (var included in new[] { true, false })
        {
            var order = Order(lines, Currency.Of("EUR"), included, "DE", "Lamp");
            var rows = TaxSummary.Of(order, Evidence(order));
            Assert.Equal(order.Totals.Tax.Minor, rows.Sum(row => row.Tax.Minor));
            Assert.Equal(order.Totals.Total.Minor, rows.Sum(row => row.Net!.Value.Minor + row.Tax.Minor));
        }
    }

    [Fact]
    public void Without_evidence_the_taxes_still_stand_there() =>
        Assert.All(TaxSummary.Of(Order(2, Currency.Of("EUR"), true, "DE", "Lamp"), null), row => Assert.Null(row.Net));

    [Theory]
    [InlineData("US", "Portland, OR 97201")]
    [InlineData("DE", "97201 Portland")]
    [InlineData("GB", "97201")]
    public void An_address_is_written_as_its_country_does(string country, string line) =>
        Assert.Contains(line, AddressBlock.Of(new("Ada", "1 Street", "Portland", country, State: country == "US" ? "OR" : null,
            PostalCode: "97201")));

    [Theory]
    [InlineData(true, "INV-", "INV-2026-")]
    [InlineData(false, "INV-", "INV-")]
    [InlineData(true, "", "2026-")]
    [InlineData(false, "", "0")]
    public void Invoices_are_counted_by_year_or_on_and_on(bool yearly, string prefix, string series) =>
        Assert.Equal(series, Invoices.Series(new() { Legal = new() { InvoicesPerYear = yearly, InvoicePrefix = prefix } }, Then));

    [Fact]
    public void The_year_is_that_of_the_shops_own_calendar() => Assert.Equal(
        2027, Invoices.Year(new() { TimeZone = "Europe/Athens" }, new(2026, 12, 31, 22, 30, 0, TimeSpan.Zero)));

    private static byte[] Document(OrderView order)
    {
        var seller = new Seller("Tradepost", "Tradepost Handels GmbH", "Lange Straße 1\n10115 Berlin\nGermany", "DE123456789",
            "Amtsgericht Berlin, HRB 12345", "help@tradepost.test", "Goods stay ours until they are paid. Two years' warranty.",
            "Bank: IBAN DE00 0000 0000 0000 0000 00 · Directors: A. Person, B. Person", "Europe/Berlin");
        return new InvoiceDocument(new("INV-2026-000042", Then, seller), order, TaxSummary.Of(order, Evidence(order))).ToArray();
    }

    private static Json Evidence(OrderView order)
    {
        var rate = new[] { new { name = "VAT", percent = "19.0" } };
        return Json.Of(new
        {
            lines = order.Lines.Select(line => new { key = line.Id.ToString(), taxRates = rate }), shipping = new { taxRates = rate },
        });
    }

    private static OrderView Order(int lines, Currency currency, bool included, string country, string name)
    {
        Money Of(long minor) => new(minor, currency);
        var bought = Enumerable.Range(1, lines).Select(i =>
        {
            var (unit, quantity) = (1999L + (i * 37), 1 + (i % 3));
            var (total, discount) = (unit * quantity, i % 4 == 0 ? 150L : 0L);
            var tax = included ? (total - discount) * 19 / 119 : (total - discount) * 19 / 100;
            return new OrderLineView(OrderLineId.New(), ProductId.New(), VariantId.New(), $"SKU-{i:0000}", name,
                new Dictionary<string, string> { ["Colour"] = "Black" }, null, Of(unit), quantity, Of(total), Of(discount), Of(tax));
        }).ToList();
        var (goods, off) = (bought.Sum(line => line.LineTotal.Minor), bought.Sum(line => line.Discount.Minor) + 100);
        var shippingTax = included ? 400L * 19 / 119 : 400L * 19 / 100;
        var taxes = bought.Sum(line => line.Tax.Minor) + shippingTax;
        var total = goods - off + 500 + (included ? 0 : taxes);
        var address = new Address("Ελένη Παπαδοπούλου", "Ιερά Οδός 75", "Αθήνα", country, "Łódzka Spółka z o.o.", "3. kat, Şişli",
            null, "11855");
        return new()
        {
            Id = OrderId.New(), Number = "T-100042", Status = OrderStatus.Processing, PlacedAt = Then, Email = "eleni@example.com",
            Name = "Eleni", Currency = currency.Code, Lines = bought,
            Totals = new(Of(goods), Of(off), Of(500), Of(taxes), Of(total), included),
            Taxes = [new("VAT", "19", Of(taxes))], Trace = [], ShippingAddress = address, BillingAddress = address,
            ShippingOption = new(ShippingMethodId.New(), "standard", "Standard", Of(500), new(2, 4)),
            Payment = new(PaymentId.New(), "demo", "card", PaymentStatus.Paid, Of(total), Of(0), "ch_1", NextAction.None),
            Shipments = [], Returns = [], Timeline = [new(Then, "paid", "demo", null)],
        };
    }
}
