import type { RouteObject } from 'react-router';

/** What a customer, or a guest with the order's link, opens. */
export const returnRoutes: RouteObject[] = [
  { path: 'orders/:id/return', lazy: async () => ({ Component: (await import('./AskReturnPage.tsx')).AskReturnPage }) },
  { path: 'returns/:id', lazy: async () => ({ Component: (await import('./ReturnPage.tsx')).ReturnPage }) },
];

/** One's own, under /account. */
export const accountReturnRoutes: RouteObject[] = [
  { path: 'returns', lazy: async () => ({ Component: (await import('./MyReturnsPage.tsx')).MyReturnsPage }) },
];
