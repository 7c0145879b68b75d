using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Orders.Proof;
using Tradepost.Orders.Reading;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Orders.Invoicing;

/// <summary>An order's invoice as a PDF, for whoever may see the order.</summary>
internal static class GetInvoice
{
    internal static async Task<IResult> Handle(
        OrderId id, Caller caller, HttpContext http, Database db, OrderReader reader, CancellationToken cancel)
    {
        if (!await AccessTokens.MayAccess(db, id, caller, cancel) || await reader.Find(id, cancel) is not { } order)
        {
            return OrderErrors.NotFound.Refuse().ToResult();
        }

        if (await Invoices.Find(db, id, cancel) is not { } invoice)
        {
            return OrdersErrors.NotInvoiced.Refuse().ToResult();
        }

        var priced = await OrderPricings.Find(db, id, cancel);
        var file = new InvoiceDocument(invoice, order, TaxSummary.Of(order, priced?.Evidence)).ToArray();
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{FileName(invoice.Number)}.pdf\"";
        return Results.Bytes(file, "application/pdf");
    }

    private static string FileName(string number) => "invoice-" + number.Replace('/', '-');
}
