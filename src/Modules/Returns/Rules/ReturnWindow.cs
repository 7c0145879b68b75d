using Tradepost.Contracts.Shop;

namespace Tradepost.Returns.Rules;

/// <summary>
/// Until when something may come back. Days are the shop's: the day of arrival does not count, and the last day counts whole. In the
/// European Union a consumer has at least fourteen days after the last parcel arrived to withdraw (Directive 2011/83/EU, article 9), and a
/// period that ends on a Saturday or Sunday goes on to Monday (Regulation 1182/71, article 3).
/// </summary>
/// <param name="Until">The last instant for a return; null: the last parcel is still on its way, so no day is counted yet.</param>
/// <param name="WithdrawUntil">The last instant for a withdrawal; null: as above, or there is no such right.</param>
/// <param name="HasRight">Whether the law lets the customer withdraw.</param>
/// <param name="Days">How many days the shop gives.</param>
internal sealed record ReturnWindow(DateTimeOffset? Until, DateTimeOffset? WithdrawUntil, bool HasRight, int Days)
{
    public const int LegalDays = 14;

    /// <param name="country">Where the order went.</param>
    /// <param name="arrived">When its last parcel arrived; null: not all of it has.</param>
    /// <param name="facts">The shop's settings.</param>
    /// <param name="zone">The shop's days.</param>
    public static ReturnWindow Of(string country, DateTimeOffset? arrived, ReturnFacts facts, TimeZoneInfo zone)
    {
        var right = EuropeanUnion.Covers(country);
        if (arrived is not { } at)
        {
            return new(null, null, right, right ? Math.Max(facts.WindowDays, LegalDays) : facts.WindowDays);
        }

        var until = End(at, facts.WindowDays, zone, toWorkday: false);
        if (!right)
        {
            return new(until, null, false, facts.WindowDays);
        }

        var legal = End(at, LegalDays, zone, toWorkday: true);
        return new(until > legal ? until : legal, legal, true, Math.Max(facts.WindowDays, LegalDays));
    }

    public bool IsOpen(DateTimeOffset now) => Days > 0 && (Until is null || now < Until);

    public bool MayWithdraw(DateTimeOffset now) => HasRight && (WithdrawUntil is null || now < WithdrawUntil);

    // The first instant after the last day. Where a clock change skips midnight, the day begins when the clock says so.
    private static DateTimeOffset End(DateTimeOffset arrived, int days, TimeZoneInfo zone, bool toWorkday)
    {
        var last = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(arrived, zone).DateTime).AddDays(days);
        while (toWorkday && last.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            last = last.AddDays(1);
        }

        var end = last.AddDays(1).ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(end))
        {
            end = end.AddMinutes(30);
        }

        return new DateTimeOffset(end, zone.GetUtcOffset(end)).ToUniversalTime();
    }
}
