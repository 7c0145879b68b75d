type Search = Record<string, string | number | undefined>;

function withSearch(path: string, search?: Search): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search ?? {})) {
    if (value !== undefined && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Every address inside the admin. Pages never write one by hand. */
export const paths = {
  signIn: (search?: { next?: string }) => withSearch('/sign-in', search),
  dashboard: () => '/',
  orders: (search?: { status?: string; from?: string; to?: string; q?: string }) => withSearch('/orders', search),
  toShip: (search?: { tab?: string }) => withSearch('/to-ship', search),
  order: (id: string) => `/orders/${id}`,
  returns: (search?: { status?: string | undefined; q?: string | undefined }) => withSearch('/returns', search),
  return: (id: string) => `/returns/${id}`,
  products: (search?: { state?: string; q?: string }) => withSearch('/products', search),
  newProduct: () => '/products/new',
  product: (id: string) => `/products/${id}`,
  prices: (search?: { state?: string }) => withSearch('/prices', search),
  productPrices: (id: string) => `/products/${id}/prices`,
  stock: (search?: { show?: string; q?: string }) => withSearch('/stock', search),
  categories: () => '/categories',
  mails: (search?: { q?: string }) => withSearch('/mailbox', search),
  mail: (id: string) => `/mailbox/${id}`,
  deadLetters: (search?: { show?: string }) => withSearch('/dead-letters', search),
  notices: (search?: { q?: string }) => withSearch('/notices', search),
  offers: () => '/offers',
  letters: () => '/letters',
  letter: (kind: string) => `/letters/${kind}`,
  webhooks: () => '/webhooks',
  webhook: (id: string) => `/webhooks/${id}`,
  promotions: (search?: { state?: string; q?: string }) => withSearch('/promotions', search),
  newPromotion: () => '/promotions/new',
  promotion: (id: string) => `/promotions/${id}`,
  promotionUsage: (id: string) => `/promotions/${id}/usage`,
  promotionCodes: (id: string) => `/promotions/${id}/codes`,
  promotionCalendar: () => '/promotions/calendar',
  simulation: () => '/promotions/simulation',
  customerGroups: () => '/customer-groups',
  customerGroup: (id: string) => `/customer-groups/${id}`,
  ledger: (search?: { at?: string }) => withSearch('/ledger', search),
  ledgerEntries: (search?: { account?: string; currency?: string; from?: string; to?: string }) =>
    withSearch('/ledger/entries', search),
  closes: () => '/ledger/closes',
  close: (day: string) => `/ledger/closes/${day}`,
  shopSettings: () => '/settings/shop',
  taxRates: (search?: { country?: string }) => withSearch('/settings/tax-rates', search),
  taxClasses: () => '/settings/tax-classes',
  taxExemptions: (search?: { email?: string }) => withSearch('/settings/tax-exemptions', search),
  taxPresets: () => '/settings/tax-presets',
  shippingMethods: () => '/settings/shipping-methods',
  shippingMethod: (id: string) => `/settings/shipping-methods/${id}`,
  deliveryCalendar: () => '/settings/delivery-days',
};
