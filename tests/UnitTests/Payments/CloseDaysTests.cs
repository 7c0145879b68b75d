using System.Globalization;
using Tradepost.Payments.Closing;

namespace Tradepost.UnitTests.Payments;

/// <summary>When a day is over where the shop is.</summary>
public sealed class CloseDaysTests
{
    [Theory]
    [InlineData("UTC", "2026-11-25", "2026-11-26T00:00:00Z")]
    [InlineData("America/New_York", "2026-11-25", "2026-11-26T05:00:00Z")]
    [InlineData("America/New_York", "2026-03-08", "2026-03-09T04:00:00Z")]
    [InlineData("America/Sao_Paulo", "2018-11-03", "2018-11-04T03:00:00Z")]
    [InlineData("America/Havana", "2020-10-31", "2020-11-01T04:00:00Z")]
    public void A_day_ends_at_the_first_midnight_after_it_or_where_clocks_skip_it_right_after(string zone, string day, string end)
    {
        var ends = CloseDays.End(DateOnly.Parse(day, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone));
        Assert.Equal(DateTimeOffset.Parse(end, CultureInfo.InvariantCulture), ends);
    }
}
