using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Taxes.Classes;

/// <summary>Tax classes, the standard one first.</summary>
internal static class ListTaxClasses
{
    internal static async Task<IResult> Handle(PageQuery page, Database db, CancellationToken cancel)
    {
        await using var context = db.Context<PricingDb>();
        var rows = await context.TaxClasses.AsNoTracking()
            .OrderBy(some => some.Code != TaxClasses.Standard).ThenBy(some => some.Name).ThenBy(some => some.Code)
            .Skip(page.Offset).Take(page.PageSize)
            .Select(some => new { Class = some, Rates = context.TaxRates.LongCount(rate => rate.TaxClass == some.Code) })
            .ToListAsync(cancel);
        Outcome<Paged<TaxClassView>> list = new Paged<TaxClassView>(
            rows.ConvertAll(row => TaxClassView.Of(row.Class, row.Rates)), page.Page, page.PageSize,
            await context.TaxClasses.LongCountAsync(cancel));
        return list.Ok();
    }
}
