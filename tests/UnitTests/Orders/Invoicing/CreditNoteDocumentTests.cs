using System.Text;
using Tradepost.Contracts;
using Tradepost.Contracts.Payments;
using Tradepost.Contracts.Shop;
using Tradepost.Orders.Crediting;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Orders.Invoicing;

public sealed class CreditNoteDocumentTests
{
    private static readonly DateTimeOffset Then = new(2026, 11, 20, 23, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("one", 1, true)]
    [InlineData("sixty", 60, true)]
    [InlineData("untaxed", 2, false)]
    public void Every_page_says_which_it_is_and_the_same_note_gives_the_same_file(string file, int lines, bool taxed)
    {
        var note = Note(lines, taxed);
        var bytes = new CreditNoteDocument(note).ToArray();
        Assert.Equal(bytes, new CreditNoteDocument(note).ToArray());
        var pages = Encoding.Latin1.GetString(bytes).Split("/Type /Page ").Length - 1;
        Assert.Equal(lines > 20, pages > 1);
        if (Environment.GetEnvironmentVariable("TRADEPOST_PAPER") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, $"credit-note-{file}.pdf"), bytes); // for looking at them
        }
    }

    private static CreditNote Note(int lines, bool taxed)
    {
        var parts = Enumerable.Range(1, lines).Select(i => new CreditNotePart(
            "line",
            i % 3 == 0 ? "A name that goes on and on: ultra wide curved gaming monitor, its stand turns and tilts, black" : "Lamp, oak",
            $"SKU-{i}", i, Euros(1190 * i))).Append(new("shipping", null, null, null, Euros(595)))
            .Append(new("amount", null, null, null, Euros(500))).Append(new("owed", null, null, null, Euros(100))).ToList();
        var total = parts.Aggregate(Euros(0), (sum, part) => sum + part.Amount);
        var tax = taxed ? Euros(total.Minor * 19 / 119) : Euros(0);
        var seller = new Seller("Tradepost", "Tradepost Handels GmbH", "Lange Straße 1\n10115 Berlin\nGermany", "DE123456789",
            "Amtsgericht Berlin, HRB 12345", "help@tradepost.test", null, "Bank: IBAN DE00 0000 0000 0000 0000 00", "Europe/Berlin");
        return new(CreditNoteId.New(), "CN-2026-000042", Then, total, tax, new(
            "T-100017", Then.AddDays(-9), new("INV-2026-000038", Then.AddDays(-9)),
            new("Ada Käufer", "Ringstraße 5", "Köln", "DE", PostalCode: "50667"), "ada@example.test", seller, parts,
            taxed ? [new("VAT", "19", total - tax, tax - Euros(7)), new("VAT", "7", Euros(100), Euros(7))] : []));
    }

    private static Money Euros(long minor) => new(minor, Currency.Of("EUR"));
}
