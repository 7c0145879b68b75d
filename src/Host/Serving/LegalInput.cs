using System.Text.RegularExpressions;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Http;

namespace Tradepost.Host.Serving;

/// <summary>What staff say of the company behind the shop.</summary>
internal sealed partial record LegalInput(
    string? Name, string? Address, string? TaxNumber, string? Registration, string? Contact, string? Terms, string? Footer,
    string? InvoicePrefix, bool? InvoicesPerYear, string? CreditNotePrefix = null)
{
    public void Check(Faults faults)
    {
        faults.OptionalText("legal.name", Name, 120);
        faults.OptionalText("legal.address", Address, 400);
        faults.Unless(Address is null || Address.Split('\n').Length <= 6, "legal.address", "must have at most 6 lines");
        faults.OptionalText("legal.taxNumber", TaxNumber, 60);
        faults.OptionalText("legal.registration", Registration, 120);
        faults.OptionalText("legal.contact", Contact, 120);
        faults.OptionalText("legal.terms", Terms, 1500);
        faults.OptionalText("legal.footer", Footer, 300);
        const string Prefixes = "must be at most 10 letters, digits, dashes and slashes, ending in a dash or slash";
        faults.Unless(InvoicePrefix is null || Prefix().IsMatch(InvoicePrefix), "legal.invoicePrefix", Prefixes);
        faults.Unless(CreditNotePrefix is null || Prefix().IsMatch(CreditNotePrefix), "legal.creditNotePrefix", Prefixes);

        // An invoice and a credit note with one number could not be told apart.
        var facts = ToFacts();
        faults.Unless(facts.CreditNotePrefix != facts.InvoicePrefix, "legal.creditNotePrefix", "must not be that of invoices");
    }

    public LegalFacts ToFacts()
    {
        var plain = new LegalFacts();
        return new()
        {
            Name = Blank(Name),
            Address = Blank(Address),
            TaxNumber = Blank(TaxNumber),
            Registration = Blank(Registration),
            Contact = Blank(Contact),
            Terms = Blank(Terms),
            Footer = Blank(Footer),
            InvoicePrefix = InvoicePrefix ?? plain.InvoicePrefix,
            CreditNotePrefix = CreditNotePrefix ?? plain.CreditNotePrefix,
            InvoicesPerYear = InvoicesPerYear ?? plain.InvoicesPerYear,
        };
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();

    [GeneratedRegex("^(?:[A-Z0-9/-]{0,9}[/-])?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Prefix();
}

/// <summary>What staff say of how orders are taken.</summary>
internal sealed record OrdersInput(OrderNumbering? Numbering, int? CancelMinutes)
{
    private const int LongestWindow = 60 * 24 * 30;

    public void Check(Faults faults)
    {
        if (CancelMinutes is not null)
        {
            faults.Range("orders.cancelMinutes", CancelMinutes, 0, LongestWindow);
        }
    }

    public OrderRules ToFacts() => new() { Numbering = Numbering ?? OrderNumbering.Fast, CancelMinutes = CancelMinutes };
}
