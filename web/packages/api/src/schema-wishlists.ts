import type { Operation } from './operation.ts';
import type { Cart } from './types/cart.ts';
import type { Page } from './types/common.ts';
import type { MovedToCart, SharedWishlist, WishlistCard, WishlistItem, WishlistMarks, WishlistPage } from './types/wishlists.ts';

type ById<P> = P & { path: { id: string } };
type Paged = { query: { page?: number; pageSize?: number } };
type Wish = { productId: string; variantId?: string };
type Line = { cartId: string; lineId: string };

export interface WishlistPaths {
  '/api/v1/wishlists': {
    get: Operation<Paged & { ok: Page<WishlistCard> }>;
    post: Operation<{ body: { name: string }; ok: WishlistCard }>;
  };
  '/api/v1/wishlists/marks': { get: Operation<{ ok: WishlistMarks }> };
  '/api/v1/wishlists/{id}': {
    get: Operation<ById<Paged & { ok: WishlistPage }>>;
    patch: Operation<ById<{ body: { name?: string; notify?: boolean; isDefault?: true }; ok: WishlistCard }>>;
    delete: Operation<{ path: { id: string } }>;
  };
  '/api/v1/wishlists/{id}/items': { post: Operation<ById<{ body: Wish; ok: WishlistItem }>> };
  '/api/v1/wishlists/default/items': { post: Operation<{ body: Wish; ok: WishlistItem }> };
  '/api/v1/wishlists/{id}/items/{itemId}': { delete: Operation<{ path: { id: string; itemId: string } }> };
  '/api/v1/wishlists/{id}/items/{itemId}/move-to-cart': {
    post: Operation<{ path: { id: string; itemId: string }; body: { cartId: string }; ok: Cart }>;
  };
  '/api/v1/wishlists/{id}/move-to-cart': { post: Operation<ById<{ body: { cartId: string }; ok: MovedToCart }>> };
  '/api/v1/wishlists/default/items/from-cart': { post: Operation<{ body: Line; ok: { item: WishlistItem; cart: Cart } }> };
  '/api/v1/wishlists/{id}/share': {
    post: Operation<ById<{ ok: { url: string } }>>;
    delete: Operation<{ path: { id: string } }>;
  };
  '/api/v1/shared-wishlists/{token}': { get: Operation<{ path: { token: string } } & Paged & { ok: SharedWishlist }> };
  '/api/v1/wishlist-news/off': { post: Operation<{ body: { token: string } }> };
}
