using Tradepost.Contracts.Orders;
using Tradepost.Orders;

namespace Tradepost.UnitTests.Orders;

/// <summary>How an order may move, and what staff may do to it.</summary>
public sealed class OrderStatesTests
{
    public static TheoryData<OrderStatus, OrderStatus> Legal => new()
    {
        { OrderStatus.PendingPayment, OrderStatus.Processing },
        { OrderStatus.PendingPayment, OrderStatus.Cancelled },
        { OrderStatus.Processing, OrderStatus.Shipped },
        { OrderStatus.Processing, OrderStatus.Cancelled },
        { OrderStatus.Shipped, OrderStatus.Delivered },
    };

    [Theory]
    [MemberData(nameof(Legal))]
    public void These_moves_are_legal(OrderStatus from, OrderStatus to) => Assert.True(OrderStates.MayMove(from, to));

    [Fact]
    public void No_other_move_is()
    {
        var legal = Legal.Select(row => row.Data).ToHashSet();
        var all = from before in Enum.GetValues<OrderStatus>() from after in Enum.GetValues<OrderStatus>() select (before, after);
        Assert.All(all.Where(move => !legal.Contains(move)), move => Assert.False(OrderStates.MayMove(move.before, move.after)));
    }

    [Fact]
    public void What_arrived_or_was_called_off_moves_no_more()
    {
        Assert.DoesNotContain(OrderStates.Edges, edge => edge.From is OrderStatus.Delivered or OrderStatus.Cancelled);
    }

    [Theory]
    [InlineData(OrderStatus.PendingPayment, false, true)]
    [InlineData(OrderStatus.Processing, false, true)]
    [InlineData(OrderStatus.Processing, true, false)]
    [InlineData(OrderStatus.Shipped, true, false)]
    [InlineData(OrderStatus.Delivered, true, false)]
    [InlineData(OrderStatus.Cancelled, false, false)]
    public void An_order_can_be_called_off_until_something_left_the_house(OrderStatus status, bool anythingShipped, bool may) =>
        Assert.Equal(may, OrderStates.MayCancel(status, anythingShipped));

    [Fact]
    public void Staff_are_offered_what_the_order_allows()
    {
        Assert.Equal(["cancel"], OrderStates.Actions(OrderStatus.PendingPayment, false, false));
        Assert.Equal(["ship", "cancel"], OrderStates.Actions(OrderStatus.Processing, false, false));
        Assert.Equal(["ship", "deliver"], OrderStates.Actions(OrderStatus.Processing, true, true));
        Assert.Equal(["deliver"], OrderStates.Actions(OrderStatus.Shipped, true, true));
        Assert.Empty(OrderStates.Actions(OrderStatus.Delivered, true, false));
        Assert.Empty(OrderStates.Actions(OrderStatus.Cancelled, false, false));
    }
}
