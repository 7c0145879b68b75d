using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Crediting;

/// <summary>An order's credit notes, for whoever may see the order.</summary>
internal static class ListCreditNotes
{
    /// <param name="Items">The first one first.</param>
    internal sealed record Notes(IReadOnlyList<Note> Items);

    /// <param name="Id">The note.</param>
    /// <param name="Number">As printed.</param>
    /// <param name="IssuedAt">When the money went back.</param>
    /// <param name="Total">What went back.</param>
    /// <param name="Tax">The tax in it.</param>
    internal sealed record Note(CreditNoteId Id, string Number, DateTimeOffset IssuedAt, Money Total, Money Tax);

    internal static async Task<IResult> Handle(
        OrderId id, Caller caller, HttpContext http, Database db, ICreditNotes notes, CancellationToken cancel)
    {
        if (!await AccessTokens.MayAccess(db, id, caller, cancel))
        {
            return OrderErrors.NotFound.Refuse().ToResult();
        }

        http.Response.Headers.CacheControl = "private, no-store";
        var all = await notes.Of(id, cancel);
        return Results.Json(
            new Notes([.. all.Select(note => new Note(note.Id, note.Number, note.IssuedAt, note.Total, note.Tax))]), ApiJson.Options);
    }
}
