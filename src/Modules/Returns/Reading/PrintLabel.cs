using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Returns;
using Tradepost.Contracts.Shipping;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Returns.Reading;

/// <summary>
/// The label for the way back, as a PDF. It is made when it is first asked for and stays the same: its key is the return's number.
/// </summary>
internal static class PrintLabel
{
    private const int GramsPerUnknownUnit = 500;

    internal static async Task<IResult> Handle(
        ReturnId id, Caller caller, HttpContext http, Database db, ReturnReader reader, IOrdersToReturn orders, IShipping shipping,
        CancellationToken cancel)
    {
        if (!await reader.MayAccess(id, caller, cancel) || await reader.Find(id, caller, cancel) is not { } view)
        {
            return ReturnsErrors.NotFound.Refuse().ToResult();
        }

        if (view is not { ShopPays: true, Status: ReturnStatus.Approved or ReturnStatus.InTransit })
        {
            return ReturnsErrors.NoLabel.Refuse().ToResult();
        }

        var weight = await db.Query(
            $"""
            select coalesce(sum(quantity::bigint * coalesce(weight_grams, {GramsPerUnknownUnit})), 0)::bigint
            from returns.return_lines where return_id = {id}
            """,
            row => (int)Math.Min(row.GetInt64(0), int.MaxValue), cancel);
        var order = (await orders.Find(view.OrderId, new Reads(db, cancel)))!;
        var outcome = await shipping.ReturnLabel(new(view.OrderId, view.Number, order.ShippingAddress, weight[0]), cancel);
        if (!outcome.Try(out var label, out _))
        {
            return ReturnsErrors.NoLabel.Refuse().ToResult();
        }

        http.Response.Headers.CacheControl = "no-store";
        return Results.File(label.Pdf, "application/pdf", $"return-label-{view.Number}.pdf");
    }
}
