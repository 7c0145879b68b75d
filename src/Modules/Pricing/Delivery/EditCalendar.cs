using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Delivery;

/// <summary>Staff see and set the days the shop sends things on. Carts reckon with it at once.</summary>
internal static class EditCalendar
{
    internal static async Task<IResult> Get(HttpContext http, ShopSettings shop, Database db, CancellationToken cancel)
    {
        await using var context = db.Context<PricingDb>();
        var (calendar, holidays) = await Calendars.Read(context, cancel);
        Outcome<CalendarView> view = CalendarView.Of(calendar, holidays, shop.TimeZone);
        return view.OkTagged(http, shown => Etags.Of(shown.Version));
    }

    internal static async Task<IResult> Put(
        Body<CalendarInput> body, HttpContext http, ShopSettings shop, Database db, CancellationToken cancel)
    {
        var put = await db.Write("pricing.edit_delivery_calendar", tx => Put(tx, body.Value, http, shop), cancel);
        return put.OkTagged(http, shown => Etags.Of(shown.Version));
    }

    private static async Task<Outcome<CalendarView>> Put(Tx tx, CalendarInput input, HttpContext http, ShopSettings shop)
    {
        var context = tx.Use<PricingDb>();
        var calendar = await context.Calendars.FromSql($"select * from pricing.delivery_calendar for update").SingleAsync(tx.Cancel);
        if (Etags.Check(http, calendar.Version) is { } stale)
        {
            return stale;
        }

        (calendar.CutOff, calendar.HandlingDays, calendar.WorkingDays) =
            (CalendarInput.Time(input.CutOff!)!.Value, input.HandlingDays!.Value, input.IsoDays());
        (calendar.Version, calendar.UpdatedAt) = (calendar.Version + 1, tx.Now);
        var holidays = input.Holidays!.Select(holiday => new Holiday { Day = holiday!.Date!.Value, Name = holiday.Name!.Trim() })
            .OrderBy(holiday => holiday.Day).ToArray();
        var (days, names) = (holidays.Select(holiday => holiday.Day).ToArray(), holidays.Select(holiday => holiday.Name).ToArray());
        await tx.Execute($"delete from pricing.delivery_holidays");
        await tx.Execute($"insert into pricing.delivery_holidays (day, name) select * from unnest({days}::date[], {names})");
        tx.Touch(Settings.Tag);
        return CalendarView.Of(calendar, holidays, shop.TimeZone);
    }
}
