using Tradepost.Platform.Types;

namespace Tradepost.Carts;

/// <summary>Refusals of the cart's own routes. Those of checkout stand in Contracts.</summary>
internal static class CartRefusals
{
    public static readonly ErrorCode ProductNotFound = new("carts.product_not_found", 404, "There is no such product.");

    public static readonly ErrorCode LineNotFound = new("carts.line_not_found", 404, "That is not in the cart.");

    public static readonly ErrorCode NotSold = new("carts.not_sold", 409, "This is not sold at the moment.");

    public static readonly ErrorCode Full = new("carts.full", 409, "The cart can't hold more different things.");

    public static readonly ErrorCode TooManyCodes = new("carts.too_many_codes", 409, "The cart can't take more codes. Remove one first.");
}
