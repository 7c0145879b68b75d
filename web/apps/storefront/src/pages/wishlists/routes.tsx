import type { RouteObject } from 'react-router';

/** One's own lists, under /account. */
export const wishlistRoutes: RouteObject[] = [
  { path: 'wishlists', lazy: async () => ({ Component: (await import('./WishlistsPage.tsx')).WishlistsPage }) },
  { path: 'wishlists/:id', lazy: async () => ({ Component: (await import('./WishlistPage.tsx')).WishlistPage }) },
];

/** What a link opens, signed in or not. */
export const openWishlistRoutes: RouteObject[] = [
  { path: 'wishlists/shared/:token', lazy: async () => ({ Component: (await import('./SharedPage.tsx')).SharedPage }) },
  { path: 'wishlists/mails-off', lazy: async () => ({ Component: (await import('./MailsOffPage.tsx')).MailsOffPage }) },
];
