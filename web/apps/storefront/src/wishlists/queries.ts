import { api, take, type Page, type SharedWishlist, type WishlistCard, type WishlistMarks, type WishlistPage } from '@tradepost/api';
import { queryOptions, type QueryClient } from '@tanstack/react-query';

// Everything about one's own lists stands under "wishlists": a change of one drops them all, and so does signing out.
export const wishlistKey = ['wishlists'] as const;
export const marksKey = ['wishlists', 'marks'] as const;

/**
 * Reads everything about one's lists anew after a change. A first reading that is still on its way may have been answered before the
 * change, and invalidating alone would wait for that answer and keep it; so it is given up.
 */
export async function refreshWishlists(client: QueryClient): Promise<void> {
  await client.cancelQueries({ queryKey: wishlistKey });
  await client.invalidateQueries({ queryKey: wishlistKey });
}

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
