namespace Tradepost.Carts.Wishlists;

/// <summary>A wishlist in a list of them.</summary>
/// <param name="Id">The list.</param>
/// <param name="Name">As its owner calls it.</param>
/// <param name="IsDefault">Whether the heart puts things on it.</param>
/// <param name="Notify">Whether its owner is mailed when something on it gets cheaper or comes back.</param>
/// <param name="Shared">Whether there is a link that shows it to others.</param>
/// <param name="SharedAt">Since when that link works.</param>
/// <param name="ItemCount">Things on it.</param>
/// <param name="Pictures">Of the newest of them, four at most.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it last changed.</param>
internal sealed record WishlistView(
    WishlistId Id, string Name, bool IsDefault, bool Notify, bool Shared, DateTimeOffset? SharedAt, int ItemCount,
    IReadOnlyList<string> Pictures, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static WishlistView Of(Wishlist list, IReadOnlyList<string> pictures) => new(
        list.Id, list.Name, list.IsDefault, list.Notify, list.SharedAt is not null, list.SharedAt, list.ItemCount, pictures, list.CreatedAt,
        list.UpdatedAt);
}

/// <summary>A wishlist with a page of what is on it, newest first.</summary>
internal sealed record WishlistPage(
    WishlistId Id, string Name, bool IsDefault, bool Notify, bool Shared, DateTimeOffset? SharedAt, int ItemCount,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, IReadOnlyList<ItemView> Items, int Page, int PageSize, long Total);
