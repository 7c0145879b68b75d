using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Taxes.Classes;

namespace Tradepost.Pricing.TaxRates;

/// <summary>Tax rates by country, state and class; of one country or one class when asked for.</summary>
internal static class ListTaxRates
{
    internal static async Task<IResult> Handle(HttpContext http, Database db, CancellationToken cancel)
    {
        var faults = new Faults();
        var page = PageQuery.From(http.Request.Query, faults);
        var country = QueryValues.Text(http.Request.Query, "country", 2, faults)?.ToUpperInvariant();
        var taxClass = QueryValues.Text(http.Request.Query, "taxClass", 40, faults);
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        await using var context = db.Context<PricingDb>();
        var wanted = context.TaxRates.AsNoTracking()
            .Where(rate => country == null || rate.Country == country)
            .Where(rate => taxClass == null || (rate.TaxClass ?? TaxClass.Every) == taxClass);
        var rates = await wanted.OrderBy(rate => rate.Country).ThenBy(rate => rate.State).ThenBy(rate => rate.Name)
            .ThenByDescending(rate => rate.Percent).ThenBy(rate => rate.Id)
            .Skip(page.Offset).Take(page.PageSize).ToListAsync(cancel);
        Outcome<Paged<TaxRateView>> list = new Paged<TaxRateView>(
            rates.ConvertAll(TaxRateView.Of), page.Page, page.PageSize, await wanted.LongCountAsync(cancel));
        return list.Ok();
    }
}
