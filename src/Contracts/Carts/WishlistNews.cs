using Tradepost.Platform.Messaging;
using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Carts;

/// <summary>Something on a customer's wishlists got cheaper or came back; they are to be told, once.</summary>
/// <param name="Id">Of this piece of news: another with the same id is the same.</param>
/// <param name="Email">Whom to tell.</param>
/// <param name="FirstName">How to address them.</param>
/// <param name="Items">What there is to tell, at most twenty.</param>
/// <param name="More">How many more there are.</param>
/// <param name="MuteToken">The key in the link that switches such mails off.</param>
[EventName("carts.wishlist_news")]
public sealed record WishlistNews(
    Guid Id, string Email, string? FirstName, IReadOnlyList<WishlistNewsItem> Items, int More, string MuteToken) : IEvent;

/// <summary>A thing on a wishlist that there is news of.</summary>
/// <param name="Kind">priceDrop or backInStock.</param>
/// <param name="Name">What it is, options included.</param>
/// <param name="Slug">The product's address.</param>
/// <param name="Sku">The variant, for a product with several.</param>
/// <param name="Price">For one unit, now.</param>
/// <param name="Was">The price it dropped from; null when it came back.</param>
/// <param name="ListName">The list it is on.</param>
public sealed record WishlistNewsItem(string Kind, string Name, string Slug, string? Sku, Money Price, Money? Was, string ListName);
