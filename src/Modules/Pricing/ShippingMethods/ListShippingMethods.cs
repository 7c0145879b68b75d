using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.ShippingMethods;

/// <summary>Shipping methods by code, those switched off too.</summary>
internal static class ListShippingMethods
{
    internal static async Task<IResult> Handle(PageQuery page, Database db, CancellationToken cancel)
    {
        await using var context = db.Context<PricingDb>();
        var methods = await context.ShippingMethods.AsNoTracking().OrderBy(method => method.Code)
            .Skip(page.Offset).Take(page.PageSize).ToListAsync(cancel);
        var ids = methods.ConvertAll(method => method.Id);
        var zones = await context.ShippingZones.Where(zone => ids.Contains(zone.MethodId)).GroupBy(zone => zone.MethodId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        Outcome<Paged<ShippingMethodView>> list = new Paged<ShippingMethodView>(
            methods.ConvertAll(method => ShippingMethodView.Of(method, zones.GetValueOrDefault(method.Id))), page.Page, page.PageSize,
            await context.ShippingMethods.LongCountAsync(cancel));
        return list.Ok();
    }
}
