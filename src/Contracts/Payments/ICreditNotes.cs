using Tradepost.Contracts.Shop;
using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Payments;

/// <summary>The papers about money that went back: one for each refund that succeeded.</summary>
public interface ICreditNotes
{
    /// <summary>The order's credit notes, the first one first.</summary>
    Task<IReadOnlyList<CreditNote>> Of(OrderId order, CancellationToken cancel);
}

/// <summary>A credit note, as it was given. Nothing of it ever changes.</summary>
/// <param name="Id">The note.</param>
/// <param name="Number">"CN-2026-000001": without gaps.</param>
/// <param name="IssuedAt">When the money went back.</param>
/// <param name="Total">What went back.</param>
/// <param name="Tax">The tax in it.</param>
/// <param name="Content">All else that stands on it.</param>
public sealed record CreditNote(
    CreditNoteId Id, string Number, DateTimeOffset IssuedAt, Money Total, Money Tax, CreditNoteContent Content);

/// <summary>What stands on a credit note, copied when it was given.</summary>
/// <param name="OrderNumber">As people know it.</param>
/// <param name="OrderedAt">When.</param>
/// <param name="Invoice">The invoice it corrects, if there was one.</param>
/// <param name="Buyer">Who gets the money back.</param>
/// <param name="Email">The buyer's.</param>
/// <param name="Seller">Who gives it back.</param>
/// <param name="Parts">What for; they add up to the total.</param>
/// <param name="Taxes">The tax by rate; they add up to the tax in the total.</param>
public sealed record CreditNoteContent(
    string OrderNumber, DateTimeOffset OrderedAt, CreditedInvoice? Invoice, Address Buyer, string Email, Seller Seller,
    IReadOnlyList<CreditNotePart> Parts, IReadOnlyList<CreditNoteTax> Taxes);

/// <summary>The invoice a credit note corrects.</summary>
public sealed record CreditedInvoice(string Number, DateTimeOffset IssuedAt);

/// <summary>What some of the money was for.</summary>
/// <param name="Kind">line, shipping, amount (of the order as a whole), owed (paid beyond its price).</param>
/// <param name="Name">The line's, with its options.</param>
/// <param name="Sku">The line's.</param>
/// <param name="Quantity">Units of the line; null when it is less than what was paid for whole ones.</param>
/// <param name="Amount">Tax included.</param>
public sealed record CreditNotePart(string Kind, string? Name, string? Sku, int? Quantity, Money Amount);

/// <summary>A tax by its name and rate.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Percent">As text, "8.25"; empty when it is not known.</param>
/// <param name="Net">What it was taken on.</param>
/// <param name="Tax">How much.</param>
public sealed record CreditNoteTax(string Name, string Percent, Money Net, Money Tax);

/// <summary>Refusals about credit notes.</summary>
public static class CreditNoteErrors
{
    /// <summary>No such note, or not of this order.</summary>
    public static readonly ErrorCode NotFound = new("payments.credit_note_not_found", 404, "There is no such credit note.");
}
