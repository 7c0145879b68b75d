using Tradepost.Contracts.Shipping;
using Tradepost.Contracts.Shop;
using Tradepost.Notifications.Letters;
using Tradepost.Notifications.Post;
using Tradepost.Platform.Data;
using Tradepost.Platform.Messaging;

namespace Tradepost.Notifications.Reactions;

/// <summary>Tells that somebody should be at home today. Once for a parcel, however often it goes on the van.</summary>
internal sealed class OnParcelOutForDelivery(Outgoing outgoing, ShopSettings shop) : IReaction<ParcelOutForDelivery>
{
    public Task Handle(ParcelOutForDelivery happened, Tx tx)
    {
        var order = happened.Order;
        outgoing.Queue(tx, order.Email, LetterKinds.ShipmentArriving, $"{order.Id}:{happened.TrackingNumber}", new
        {
            Order = OrderFacts.Of(order, shop),
            happened.Carrier,
            happened.TrackingNumber,
        });
        return Task.CompletedTask;
    }
}

/// <summary>Tells that a parcel is held up. Once for each thing that is wrong.</summary>
internal sealed class OnParcelHeldUp(Outgoing outgoing, ShopSettings shop) : IReaction<ParcelHeldUp>
{
    public Task Handle(ParcelHeldUp happened, Tx tx)
    {
        var order = happened.Order;
        var problem = happened.Problem.TrimEnd('.', ' ');
        outgoing.Queue(tx, order.Email, LetterKinds.ShipmentProblem, $"{order.Id}:{happened.TrackingNumber}:{problem}", new
        {
            Order = OrderFacts.Of(order, shop),
            happened.Carrier,
            happened.TrackingNumber,
            Problem = problem,
        });
        return Task.CompletedTask;
    }
}
