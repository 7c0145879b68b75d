using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Shipping.Parcels;

namespace Tradepost.Shipping.Staff;

/// <summary>Parcels by state, the newest first; and those of one order, the oldest first.</summary>
internal static class ListShipments
{
    internal static async Task<IResult> Handle(
        string? status, string? courier, PageQuery page, StaffShipments shipments, CancellationToken cancel)
    {
        var wanted = status?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        var known = Words.All<ShipmentStatus>();
        if (wanted.Any(word => !known.Contains(word)))
        {
            return PlatformErrors.Invalid.On("status", $"must be one of {string.Join(", ", known)}").ToResult();
        }

        var (items, total) = await shipments.Page(wanted.Length > 0 ? wanted : known, courier, page.Page, page.PageSize, cancel);
        return Results.Json(new Paged<StaffShipment>(items, page.Page, page.PageSize, total), ApiJson.Options);
    }

    internal static async Task<IResult> OfOrder(OrderId id, StaffShipments shipments, CancellationToken cancel) =>
        Results.Json(await shipments.OfOrders([id], cancel), ApiJson.Options);
}
