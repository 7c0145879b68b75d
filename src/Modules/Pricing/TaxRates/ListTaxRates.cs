using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.TaxRates;

/// <summary>Tax rates by country and state.</summary>
internal static class ListTaxRates
{
    internal static async Task<IResult> Handle(PageQuery page, Database db, CancellationToken cancel)
    {
        await using var context = db.Context<PricingDb>();
        var rates = await context.TaxRates.AsNoTracking().OrderBy(rate => rate.Country).ThenBy(rate => rate.State).ThenBy(rate => rate.Name)
            .Skip(page.Offset).Take(page.PageSize).ToListAsync(cancel);
        Outcome<Paged<TaxRateView>> list = new Paged<TaxRateView>(
            rates.ConvertAll(TaxRateView.Of), page.Page, page.PageSize, await context.TaxRates.LongCountAsync(cancel));
        return list.Ok();
    }
}
