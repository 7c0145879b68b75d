import type { Cart } from './cart.ts';
import type { Money, Page } from './common.ts';

export interface Wishlist {
  id: string;
  name: string;
  isDefault: boolean;
  notify: boolean;
  shared: boolean;
  sharedAt?: string | null;
  itemCount: number;
  createdAt: string;
  updatedAt: string;
}

/** A list among others, with the pictures of its newest things. */
export interface WishlistCard extends Wishlist {
  pictures: string[];
}

export type WishStatus = 'available' | 'outOfStock' | 'unavailable';

/** What there is to say of a wish: priceDrop (from, to), backInStock, unavailable. */
export interface WishNotice {
  code: string;
  message: string;
  from?: Money | null;
  to?: Money | null;
}

export interface WishlistItem {
  id: string;
  wishlistId: string;
  productId: string;
  variantId: string;
  sku: string;
  slug: string;
  name: string;
  options: Record<string, string>;
  imageUrl?: string | null;
  price: Money;
  compareAtPrice?: Money | null;
  addedPrice: Money;
  status: WishStatus;
  available: number;
  addedAt: string;
  notices: WishNotice[];
}

export interface WishlistPage extends Wishlist, Page<WishlistItem> {}

export interface WishlistMark {
  itemId: string;
  productId: string;
  variantId: string;
}

/** What is on the default list, and how much is on all lists together. */
export interface WishlistMarks {
  defaultId?: string | null;
  total: number;
  items: WishlistMark[];
}

export interface MovedToCart {
  cart: Cart;
  moved: number;
  left: { itemId: string; code: string }[];
}

export interface SharedWish {
  productId: string;
  variantId: string;
  sku: string;
  slug: string;
  name: string;
  options: Record<string, string>;
  imageUrl?: string | null;
  /** Absent when it is no longer sold. */
  price?: Money | null;
  compareAtPrice?: Money | null;
  status: WishStatus;
}

export interface SharedWishlist extends Page<SharedWish> {
  name: string;
  ownerFirstName?: string | null;
}
