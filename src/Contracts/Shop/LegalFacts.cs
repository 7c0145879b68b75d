namespace Tradepost.Contracts.Shop;

/// <summary>Who sells, as the law wants it on invoices, and how invoices are numbered.</summary>
public sealed record LegalFacts
{
    /// <summary>The company's registered name; null: the shop's own.</summary>
    public string? Name { get; init; }

    /// <summary>Its address, a line each.</summary>
    public string? Address { get; init; }

    /// <summary>Tax or VAT number.</summary>
    public string? TaxNumber { get; init; }

    /// <summary>Court and number of its registration.</summary>
    public string? Registration { get; init; }

    /// <summary>E-mail address or telephone number for questions.</summary>
    public string? Contact { get; init; }

    /// <summary>When and how to pay, warranties, and the like: above the foot of the last page.</summary>
    public string? Terms { get; init; }

    /// <summary>At the foot of every page: bank account, directors.</summary>
    public string? Footer { get; init; }

    /// <summary>What invoice numbers begin with.</summary>
    public string InvoicePrefix { get; init; } = "INV-";

    /// <summary>What credit-note numbers begin with; never what invoice numbers do.</summary>
    public string CreditNotePrefix { get; init; } = "CN-";

    /// <summary>Whether invoices and credit notes are counted anew each year: "INV-2026-000001". Else on and on: "INV-000001".</summary>
    public bool InvoicesPerYear { get; init; } = true;
}
