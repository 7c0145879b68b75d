global using WishlistId = Tradepost.Platform.Types.Id<Tradepost.Carts.Wishlists.WishlistKind>;
global using WishlistItemId = Tradepost.Platform.Types.Id<Tradepost.Carts.Wishlists.WishlistItemKind>;
