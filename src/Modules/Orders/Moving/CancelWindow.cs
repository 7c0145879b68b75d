using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Shop;

namespace Tradepost.Orders.Moving;

/// <summary>Until when customers may call an order off themselves. Staff may as long as nothing was shipped.</summary>
internal static class CancelWindow
{
    /// <summary>When it ends; null when it does not end before the first parcel. An order nobody paid yet can always be called
    /// off.</summary>
    public static DateTimeOffset? Ends(OrderStatus status, DateTimeOffset placedAt, OrderRules rules) =>
        status == OrderStatus.Processing && rules.CancelMinutes is { } minutes ? placedAt.AddMinutes(minutes) : null;

    public static bool IsOpen(OrderStatus status, DateTimeOffset placedAt, OrderRules rules, DateTimeOffset now) =>
        Ends(status, placedAt, rules) is not { } end || now < end;
}
