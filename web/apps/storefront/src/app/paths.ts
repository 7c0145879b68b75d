/** The one place that knows the shop's addresses. */
export const paths = {
  home: () => '/',
  category: (slug: string) => `/c/${encodeURIComponent(slug)}`,
  search: (q?: string) => (q ? `/search?${new URLSearchParams({ q }).toString()}` : '/search'),
  onSale: () => '/search?tag=sale',
  newest: () => '/search?sort=newest',
  brand: (brand: string) => `/search?${new URLSearchParams({ brand }).toString()}`,
  product: (slug: string, sku?: string) => `/p/${encodeURIComponent(slug)}${sku ? `?variant=${encodeURIComponent(sku)}` : ''}`,
  cart: () => '/cart',
  restoreCart: (id: string) => `/cart?${new URLSearchParams({ restore: id }).toString()}`,
  stopReminders: () => '/stop-reminders',
  unsubscribe: () => '/unsubscribe',
  notifications: () => '/account/notifications',
  checkout: () => '/checkout',
  paymentReturn: () => '/checkout/return',
  order: (id: string) => `/orders/${encodeURIComponent(id)}`,
  askReturn: (orderId: string) => `/orders/${encodeURIComponent(orderId)}/return`,
  return: (id: string, orderId: string) =>
    `/returns/${encodeURIComponent(id)}?${new URLSearchParams({ order: orderId }).toString()}`,
  accountReturns: (page = 1) => (page > 1 ? `/account/returns?page=${page}` : '/account/returns'),
  track: () => '/track',
  signIn: (next?: string) => (next ? `/sign-in?${new URLSearchParams({ next }).toString()}` : '/sign-in'),
  register: (next?: string) => (next ? `/register?${new URLSearchParams({ next }).toString()}` : '/register'),
  account: () => '/account',
  accountOrders: (page = 1) => (page > 1 ? `/account/orders?page=${page}` : '/account/orders'),
  profile: () => '/account/profile',
  wishlists: () => '/account/wishlists',
  wishlist: (id: string, page = 1) => `/account/wishlists/${encodeURIComponent(id)}${page > 1 ? `?page=${page}` : ''}`,
  help: (topic: 'shipping' | 'returns' | 'privacy' | 'terms') => `/help/${topic}`,
};

/** Where to go after signing in: only an address of this shop, never one that a stranger's link put there. */
export function safeNext(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : paths.account();
}
