using Npgsql;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Wishlists;

/// <summary>Marks ids of wishlists.</summary>
internal abstract class WishlistKind;

/// <summary>Marks ids of what is on wishlists.</summary>
internal abstract class WishlistItemKind;

/// <summary>A wishlist as it is stored, with the number of things on it.</summary>
internal sealed record Wishlist(
    WishlistId Id, UserId UserId, string Name, bool IsDefault, bool Notify, DateTimeOffset? SharedAt, DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt, int ItemCount)
{
    public const int MaxLists = 50;
    public const int MaxItems = 500;
    public const int MaxName = 100;
    public const string DefaultName = "My wishlist";

    /// <summary>The columns <see cref="Read"/> reads, of "w".</summary>
    public static SqlText Columns =>
        $"""
        w.id, w.user_id, w.name, w.is_default, w.notify, w.shared_at, w.created_at, w.updated_at,
          (select count(*) from carts.wishlist_items i where i.wishlist_id = w.id)::int
        """;

    public static Wishlist Read(NpgsqlDataReader row) => new(
        row.Id<WishlistKind>(0), row.Id<Platform.Access.User>(1), row.GetString(2), row.GetBoolean(3), row.GetBoolean(4),
        row.InstantOrNull(5), row.Instant(6), row.Instant(7), row.GetInt32(8));
}

/// <summary>A thing on a wishlist as it is stored. It is always one variant: only that has a price and can be put into a cart.</summary>
/// <param name="Id">The item.</param>
/// <param name="WishlistId">The list it is on.</param>
/// <param name="ProductId">Its product.</param>
/// <param name="VariantId">What.</param>
/// <param name="Added">The price of one unit when it was put there.</param>
/// <param name="WasInStock">Whether it could be bought then.</param>
/// <param name="BackAt">When it last came back into stock while it was on the list.</param>
/// <param name="AddedAt">Since when it is there.</param>
internal sealed record WishlistItem(
    WishlistItemId Id, WishlistId WishlistId, ProductId ProductId, VariantId VariantId, Money Added, bool WasInStock,
    DateTimeOffset? BackAt, DateTimeOffset AddedAt)
{
    /// <summary>The columns <see cref="Read"/> reads, of "i".</summary>
    public static SqlText Columns =>
        $"i.id, i.wishlist_id, i.product_id, i.variant_id, i.added_minor, i.currency, i.was_in_stock, i.back_at, i.created_at";

    public static WishlistItem Read(NpgsqlDataReader row) => new(
        row.Id<WishlistItemKind>(0), row.Id<WishlistKind>(1), row.Id<Contracts.Kinds.Product>(2), row.Id<Contracts.Kinds.Variant>(3),
        row.Money(4, 5), row.GetBoolean(6), row.InstantOrNull(7), row.Instant(8));
}
