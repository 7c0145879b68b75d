using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tradepost.Contracts.Identity;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Taxes.Exemptions;

/// <summary>Certificates, the latest first; of one customer when an e-mail address is given.</summary>
internal static class ListTaxExemptions
{
    internal static async Task<IResult> Handle(HttpContext http, Database db, IUsers users, CancellationToken cancel)
    {
        var faults = new Faults();
        var page = PageQuery.From(http.Request.Query, faults);
        var email = QueryValues.Text(http.Request.Query, "email", 254, faults);
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        var user = email is null ? null : await users.Find(email, cancel);
        Outcome<Paged<TaxExemptionView>> list = email is not null && user is null
            ? new Paged<TaxExemptionView>([], page.Page, page.PageSize, 0)
            : await Read(page, user, db, users, cancel);
        return list.Ok();
    }

    private static async Task<Paged<TaxExemptionView>> Read(
        PageQuery page, UserId? user, Database db, IUsers users, CancellationToken cancel)
    {
        await using var context = db.Context<PricingDb>();
        var wanted = context.TaxExemptions.AsNoTracking().Where(exemption => user == null || exemption.UserId == user);
        var rows = await wanted.OrderByDescending(exemption => exemption.Id).Skip(page.Offset).Take(page.PageSize).ToListAsync(cancel);
        var people = await users.People([.. rows.Select(row => row.UserId).Distinct()], cancel);
        return new(
            rows.ConvertAll(row => TaxExemptionView.Of(row, people.GetValueOrDefault(row.UserId)?.Email ?? "")), page.Page, page.PageSize,
            await wanted.LongCountAsync(cancel));
    }
}
