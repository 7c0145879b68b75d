import type { Cart, Listing, Order, Product, Settings, Variant } from '@tradepost/api';

export const usd = (minor: number) => ({ minor, currency: 'USD' });

export const settings: Settings = {
  shopName: 'Marlow & Finch',
  currency: 'USD',
  pricesIncludeTax: false,
  countries: [
    {
      code: 'US',
      name: 'United States',
      postalCodeRequired: true,
      stateRequired: true,
      states: [
        { code: 'OR', name: 'Oregon' },
        { code: 'WA', name: 'Washington' },
      ],
    },
    { code: 'IE', name: 'Ireland', postalCodeRequired: false, stateRequired: false, states: [] },
  ],
  gateway: { provider: 'demo', testCards: [{ number: '4242424242424242', label: 'Pays' }] },
};

export const variant = (colour: string, available: number, price = 9900): Variant => ({
  id: `v-${colour}`,
  sku: `SKU-${colour}`,
  options: { Colour: colour },
  price: usd(price),
  available,
});

export const product: Product = {
  id: 'p1',
  slug: 'pebble',
  name: 'Pebble earbuds',
  brand: 'Lowtide',
  description: 'Small.\n\n<b>Light.</b>',
  tags: [],
  images: [{ url: '/media/products/pebble.webp', alt: 'Pebble earbuds' }],
  price: usd(9900),
  status: 'available',
  available: 3,
  options: [{ name: 'Colour', values: ['Black', 'Sage'] }],
  variants: [variant('Black', 3), variant('Sage', 0, 10900)],
  attributes: [{ name: 'Weight', value: '48 g' }],
  highlights: [],
  reviewCount: 0,
  related: [],
};

export const cart: Cart = {
  id: 'cart-1',
  currency: 'USD',
  lines: [
    {
      id: 'l1',
      productId: 'p1',
      variantId: 'v-Black',
      sku: 'SKU-Black',
      name: 'Pebble earbuds',
      quantity: 2,
      unitPrice: usd(9900),
      lineTotal: usd(19800),
      notices: [],
    },
  ],
  promotions: [],
  totals: { subtotal: usd(19800), discount: usd(0), shipping: usd(0), tax: usd(0), total: usd(19800) },
  trace: [{ step: 'line', label: 'Pebble earbuds × 2', amount: usd(19800), lineId: 'l1' }],
};

export const listing: Listing = {
  items: [],
  page: 1,
  pageSize: 24,
  total: 0,
  facets: {
    brands: [
      { value: 'Lowtide', label: 'Lowtide', count: 7 },
      { value: 'Solvane', label: 'Solvane', count: 2 },
    ],
    categories: [{ value: 'audio', label: 'Audio', count: 9 }],
    price: { min: usd(1900), max: usd(129900) },
    availability: { inStock: 8, outOfStock: 1 },
  },
};

export const order: Order = {
  id: 'o1',
  number: 'TP-1001',
  status: 'pendingPayment',
  placedAt: '2026-11-21T09:00:00Z',
  email: 'ada@example.org',
  lines: [{ ...cart.lines[0]!, quantity: 2 }],
  totals: cart.totals,
  trace: cart.trace,
  shippingAddress: { name: 'Ada Moore', line1: '1 Main St', city: 'Portland', state: 'OR', postalCode: '97201', country: 'US' },
  payment: { id: 'pay1', provider: 'demo', method: 'card', status: 'pending', amount: usd(19800) },
  shipments: [],
  timeline: [{ at: '2026-11-21T09:00:00Z', event: 'placed', by: 'customer' }],
};
