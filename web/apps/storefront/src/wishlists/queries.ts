import { api, take, type Page, type SharedWishlist, type WishlistCard, type WishlistMarks, type WishlistPage } from '@tradepost/api';
import { queryOptions } from '@tanstack/react-query';

// Everything about one's own lists stands under "wishlists": a change of one drops them all, and so does signing out.
export const wishlistKey = ['wishlists'] as const;
export const marksKey = ['wishlists', 'marks'] as const;

/** What hearts and the number in the header show, in one answer for the whole page. */
export const marksQuery = () =>
  queryOptions({
    queryKey: marksKey,
    staleTime: 60_000,
    queryFn: ({ signal }): Promise<WishlistMarks> => take(api.GET('/api/v1/wishlists/marks', { signal })),
  });

/** All of a customer's lists: there are 50 at most. */
export const wishlistsQuery = () =>
  queryOptions({
    queryKey: ['wishlists', 'all'],
    staleTime: 0,
    queryFn: ({ signal }): Promise<Page<WishlistCard>> =>
      take(api.GET('/api/v1/wishlists', { params: { query: { pageSize: 50 } }, signal })),
  });

export const wishlistQuery = (id: string, page: number) =>
  queryOptions({
    queryKey: ['wishlists', 'one', id, page],
    staleTime: 0,
    queryFn: ({ signal }): Promise<WishlistPage> =>
      take(api.GET('/api/v1/wishlists/{id}', { params: { path: { id }, query: { page } }, signal })),
  });

export const sharedWishlistQuery = (token: string, page: number) =>
  queryOptions({
    queryKey: ['shared-wishlist', token, page],
    staleTime: 0,
    queryFn: ({ signal }): Promise<SharedWishlist> =>
      take(api.GET('/api/v1/shared-wishlists/{token}', { params: { path: { token }, query: { page } }, signal })),
  });
