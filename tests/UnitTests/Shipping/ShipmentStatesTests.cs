using Tradepost.Contracts.Orders;
using Tradepost.Shipping.Couriers.Demo;
using Tradepost.Shipping.Parcels;

namespace Tradepost.UnitTests.Shipping;

/// <summary>What parcels may do, and when they should arrive.</summary>
public sealed class ShipmentStatesTests
{
    [Fact]
    public void Nothing_leads_out_of_an_end()
    {
        Assert.DoesNotContain(ShipmentStates.Edges, edge => ShipmentStates.IsOver(edge.From));
        Assert.All(Enum.GetValues<ShipmentStatus>().Where(ShipmentStates.IsOver), end =>
            Assert.Contains(ShipmentStates.Edges, edge => edge.To == end));
    }

    [Fact]
    public void A_parcel_on_its_way_is_never_packed_again() => Assert.DoesNotContain(
        ShipmentStates.Edges, edge => ShipmentStates.IsOnItsWay(edge.From) && ShipmentStates.HoldsUnits(edge.To));

    [Theory]
    [InlineData("delivered", ShipmentStatus.Delivered)]
    [InlineData("exception", ShipmentStatus.Exception)]
    [InlineData("returned", ShipmentStatus.Returned)]
    public void A_demo_journey_goes_only_where_parcels_may_go_and_ends(string ending, object end)
    {
        var now = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
        var (status, done) = (ShipmentStatus.InTransit, 0);
        while (DemoJourney.Next(Guid.Empty, done, "Portland", "Salem", ending, now) is { } stop)
        {
            Assert.True(stop.Status == status || ShipmentStates.MayMove(status, stop.Status), $"{status} → {stop.Status}");
            (status, done) = (stop.Status, done + 1);
        }

        Assert.Equal((ShipmentStatus)end, status);
    }

    [Fact]
    public void The_day_told_at_ordering_counts_else_working_days_from_today()
    {
        var friday = new DateOnly(2026, 11, 20);
        var order = new OrderToShip(
            OrderId.New(), "T-1", OrderStatus.Processing, [], new("Ada", "1 Main Street", "Portland", "US"), "Standard") { MostDays = 2 };
        Assert.Equal(new DateOnly(2026, 11, 24), DueDay.Of(order, friday));
        Assert.Equal(friday, DueDay.Of(order with { PromisedBy = friday }, friday));
        Assert.Null(DueDay.Of(order with { MostDays = null }, friday));
    }
}
