using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Shop;
using Tradepost.Notifications.Letters;
using Tradepost.Notifications.Post;
using Tradepost.Platform.Data;
using Tradepost.Platform.Messaging;

namespace Tradepost.Notifications.Reactions;

/// <summary>Reminds who asked for it of what they left in their cart.</summary>
internal sealed class OnCartAbandoned(Outgoing outgoing, ShopSettings shop) : IReaction<CartAbandoned>
{
    public Task Handle(CartAbandoned happened, Tx tx)
    {
        outgoing.Queue(tx, happened.Email, LetterKinds.AbandonedCart, happened.Visit, new { Cart = CartFacts.Of(happened, shop) });
        return Task.CompletedTask;
    }
}
