using Tradepost.Contracts;
using Tradepost.Contracts.Orders;
using Tradepost.Shipping.Parcels;

namespace Tradepost.UnitTests.Shipping;

/// <summary>What goes into a parcel.</summary>
public sealed class ParcelTests
{
    private static readonly OrderLineId First = OrderLineId.New();
    private static readonly OrderLineId Second = OrderLineId.New();

    [Fact]
    public void Without_lines_all_that_is_left_goes() =>
        Assert.Equal([new(First, 1), new(Second, 2)], Parcel.Pack(Order(unshippedFirst: 1), null).Value);

    [Fact]
    public void What_left_before_is_not_packed_again() =>
        Assert.Equal([new ShippedLine(Second, 2)], Parcel.Pack(Order(unshippedFirst: 0), null).Value);

    [Fact]
    public void Some_of_it_may_go() => Assert.Equal([new ShippedLine(Second, 1)], Parcel.Pack(Order(3), [new(Second, 1)]).Value);

    [Fact]
    public void More_than_is_left_is_refused_line_by_line()
    {
        var refusal = Parcel.Pack(Order(unshippedFirst: 1), [new(First, 2), new(Second, 2)]).Refusal!;
        Assert.Equal("shipping.too_many", refusal.Error.Code);
        var excess = Assert.IsType<IReadOnlyList<Parcel.Excess>>(refusal.Facts["lines"], exactMatch: false);
        Assert.Equal([new Parcel.Excess(First, 2, 1)], excess);
    }

    [Fact]
    public void A_line_of_another_order_is_named() =>
        Assert.Equal(["lines[1].lineId"], Parcel.Pack(Order(3), [new(First, 1), new(OrderLineId.New(), 1)]).Refusal!.Fields.Keys);

    [Theory]
    [InlineData(OrderStatus.PendingPayment)]
    [InlineData(OrderStatus.Shipped)]
    [InlineData(OrderStatus.Delivered)]
    [InlineData(OrderStatus.Cancelled)]
    public void Only_orders_being_packed_are_shipped(OrderStatus status) =>
        Assert.Equal("shipping.not_shippable", Parcel.Pack(Order(3, status), null).Refusal!.Error.Code);

    private static OrderToShip Order(int unshippedFirst, OrderStatus status = OrderStatus.Processing) => new(
        OrderId.New(), "T-100001", status, [new(First, "One", 3, unshippedFirst), new(Second, "Two", 2, 2)],
        new Address("Ada", "1 Main Street", "Portland", "US"), "Standard");
}
