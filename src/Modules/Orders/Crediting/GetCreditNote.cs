using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Orders.Crediting;

/// <summary>A credit note as a PDF, for whoever may see the order.</summary>
internal static class GetCreditNote
{
    internal static async Task<IResult> Handle(
        OrderId id, CreditNoteId creditNoteId, Caller caller, HttpContext http, Database db, ICreditNotes notes, CancellationToken cancel)
    {
        if (!await AccessTokens.MayAccess(db, id, caller, cancel))
        {
            return OrderErrors.NotFound.Refuse().ToResult();
        }

        if ((await notes.Of(id, cancel)).FirstOrDefault(note => note.Id == creditNoteId) is not { } note)
        {
            return CreditNoteErrors.NotFound.Refuse().ToResult();
        }

        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.ContentDisposition = $"inline; filename=\"credit-note-{note.Number.Replace('/', '-')}.pdf\"";
        return Results.Bytes(new CreditNoteDocument(note).ToArray(), "application/pdf");
    }
}
