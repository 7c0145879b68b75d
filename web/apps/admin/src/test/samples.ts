import type { AdminProduct, Money, Order, StockLevel } from '@tradepost/api';

export const usd = (minor: number): Money => ({ minor, currency: 'USD' });

export function sampleOrder(over: Partial<Order> = {}): Order {
  const line = (id: string, name: string, quantity: number) => ({
    id,
    productId: `p-${id}`,
    variantId: `v-${id}`,
    sku: `SKU-${id}`,
    name,
    unitPrice: usd(1000),
    quantity,
    lineTotal: usd(1000 * quantity),
  });
  return {
    id: 'o1',
    number: 'TP-1001',
    status: 'processing',
    placedAt: '2026-11-20T10:00:00Z',
    email: 'ada@example.com',
    customerName: 'Ada Lindqvist',
    lines: [line('l1', 'Headphones', 3), line('l2', 'Laptop', 1)],
    totals: { subtotal: usd(4000), discount: usd(0), shipping: usd(590), tax: usd(330), total: usd(4920) },
    trace: [
      { step: 'line', label: '3 × Headphones', amount: usd(3000) },
      { step: 'shipping', label: 'Standard, 1 kg', amount: usd(590) },
    ],
    shippingAddress: {
      name: 'Ada Lindqvist',
      line1: '12 Harbour Street',
      city: 'Portland',
      state: 'OR',
      postalCode: '97201',
      country: 'US',
    },
    payment: { method: 'card', status: 'paid', amount: usd(4920), refunded: usd(0), reference: 'dg_1' },
    shipments: [],
    timeline: [{ at: '2026-11-20T10:00:00Z', event: 'placed', by: 'ada@example.com' }],
    allowedActions: ['ship', 'cancel'],
    ...over,
  };
}

export function sampleProduct(over: Partial<AdminProduct> = {}): AdminProduct {
  return {
    id: 'p1',
    slug: 'atlas-14',
    name: 'Atlas 14',
    description: 'A laptop.',
    brand: 'Meridian',
    categoryId: 'c1',
    tags: ['featured'],
    price: usd(129900),
    compareAtPrice: null,
    sku: 'AT-14',
    weightGrams: 1400,
    dimensionsMm: { width: 320, height: 20, depth: 220 },
    status: 'active',
    attributes: [{ name: 'Memory', value: '16 GB' }],
    options: [],
    images: [],
    deletedAt: null,
    updatedAt: '2026-11-20T10:00:00Z',
    variants: [{ id: 'v1', sku: 'AT-14', options: {}, price: usd(129900), available: 7, onHand: 9 }],
    ...over,
  };
}

export function sampleLevel(over: Partial<StockLevel> = {}): StockLevel {
  return {
    variantId: 'v1',
    productId: 'p1',
    sku: 'AT-14',
    name: 'Atlas 14',
    options: {},
    locationId: 'w1',
    locationName: 'Main warehouse',
    onHand: 12,
    reserved: 2,
    available: 10,
    updatedAt: '2026-11-20T10:00:00Z',
    ...over,
  };
}
