using Tradepost.Contracts.Orders;

namespace Tradepost.Shipping.Parcels;

/// <summary>The day a parcel should be there by: what the customer was told, or the working days from today. Pure.</summary>
internal static class DueDay
{
    public static DateOnly? Of(OrderToShip order, DateOnly today) =>
        order.PromisedBy ?? (order.MostDays is { } days ? AddWorkingDays(today, days) : null);

    private static DateOnly AddWorkingDays(DateOnly day, int days)
    {
        while (days > 0)
        {
            day = day.AddDays(1);
            days -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }
}
