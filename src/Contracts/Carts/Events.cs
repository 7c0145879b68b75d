using Tradepost.Platform.Messaging;
using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Carts;

/// <summary>A shopper who asked to be reminded left something in the cart.</summary>
/// <param name="CartId">The cart.</param>
/// <param name="Visit">Names the visit it was left at: of one there is one reminder.</param>
/// <param name="Email">Whom to tell.</param>
/// <param name="IsGuests">Whether the id is the key to the cart; a customer signs in.</param>
/// <param name="Lines">What can still be bought of it.</param>
/// <param name="Total">What it costs now.</param>
/// <param name="StopToken">Ends the reminders.</param>
[EventName("carts.cart_abandoned")]
public sealed record CartAbandoned(
    CartId CartId, string Visit, string Email, bool IsGuests, IReadOnlyList<AbandonedLine> Lines, Money Total, string StopToken) : IEvent;

/// <summary>A line of it.</summary>
/// <param name="Name">The product and its options.</param>
/// <param name="Slug">The product's address.</param>
/// <param name="ImageUrl">Its picture, as the catalogue knows it.</param>
/// <param name="Quantity">Units.</param>
/// <param name="LineTotal">What they cost.</param>
public sealed record AbandonedLine(string Name, string Slug, string? ImageUrl, int Quantity, Money LineTotal);
