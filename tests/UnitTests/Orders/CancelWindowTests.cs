using Tradepost.Contracts.Orders;
using Tradepost.Orders.Moving;

namespace Tradepost.UnitTests.Orders;

public sealed class CancelWindowTests
{
    private static readonly DateTimeOffset Placed = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(OrderStatus.Processing, null, 100_000, true)]
    [InlineData(OrderStatus.Processing, 60, 59, true)]
    [InlineData(OrderStatus.Processing, 60, 60, false)]
    [InlineData(OrderStatus.Processing, 0, 0, false)]
    [InlineData(OrderStatus.PendingPayment, 0, 5, true)]
    public void It_is_open_for_so_many_minutes_once_the_order_is_paid(OrderStatus status, int? window, int minutes, bool open) =>
        Assert.Equal(open, CancelWindow.IsOpen(status, Placed, new() { CancelMinutes = window }, Placed.AddMinutes(minutes)));
}
