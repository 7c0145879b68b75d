using Tradepost.Platform.Types;

namespace Tradepost.Carts.Wishlists;

/// <summary>Refusals of the wishlists' routes.</summary>
internal static class WishlistRefusals
{
    public static readonly ErrorCode NotFound = new("wishlists.not_found", 404, "There is no such wishlist.");

    public static readonly ErrorCode ItemNotFound = new("wishlists.item_not_found", 404, "That is not on the wishlist.");

    public static readonly ErrorCode LinkInvalid = new("wishlists.link_invalid", 404, "This link does not work any more.");

    public static readonly ErrorCode TooMany = new("wishlists.too_many", 409, "There is no room for another wishlist.");

    public static readonly ErrorCode Full = new("wishlists.full", 409, "The wishlist can't hold more things.");
}
