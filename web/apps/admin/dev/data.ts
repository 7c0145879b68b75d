// Data to draw pages with while there is no shop at hand. Nothing here stands in for the shop in a test.
import type {
  AdminCategory,
  AdminProduct,
  DeadLetter,
  MailDetail,
  Money,
  Order,
  ShippingMethod,
  StockLevel,
  StockMovement,
  TaxRate,
} from '@tradepost/api';

export const usd = (minor: number): Money => ({ minor, currency: 'USD' });
const now = Date.now();
export const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
export const id = (kind: number, index: number) =>
  `0193a1b2-${kind.toString(16).padStart(4, '0')}-7000-8000-${index.toString(16).padStart(12, '0')}`;

export const categories: AdminCategory[] = [
  ['Phones', null],
  ['Audio', null],
  ['Headphones', 1],
  ['Speakers', 1],
  ['Computers', null],
  ['Laptops', 4],
  ['Keyboards', 4],
  ['Home', null],
].map(([name, parent], index) => ({
  id: id(1, index),
  name: String(name),
  slug: String(name).toLowerCase(),
  parentId: parent === null ? null : id(1, Number(parent)),
  position: index,
}));

const goods: [string, string, number, number, number, number][] = [
  ['Lumen X2 smartphone', 'Aurelia', 69900, 79900, 0, 42],
  ['Halo Studio wireless headphones', 'Nordlys', 24900, 0, 2, 3],
  ['Pebble Mini speaker', 'Nordlys', 5900, 7900, 3, 0],
  ['Atlas 14 laptop', 'Meridian', 129900, 0, 5, 18],
  ['Clack TKL mechanical keyboard', 'Keysmith', 11900, 0, 6, 64],
  ['Beam portable projector with tripod and carrying bag', 'Lumina', 39900, 45900, 7, 5],
  ['Drift trackball', 'Keysmith', 4900, 0, 6, 120],
  ['Relay USB-C hub, 8 in 1', 'Meridian', 6900, 0, 4, 77],
  ['Echo Buds', 'Nordlys', 12900, 0, 2, 9],
  ['Nimbus smart lamp', 'Lumina', 3900, 0, 7, 230],
  ['Vista 27 monitor', 'Aurelia', 44900, 0, 4, 12],
  ['Orbit action camera', 'Aurelia', 29900, 34900, 7, 1],
];

export const products: AdminProduct[] = goods.map(([name, brand, price, was, category, stock], index) => {
  const coloured = index < 2;
  const options = coloured
    ? [{ name: 'Colour', values: ['Black', 'Sand'] }, ...(index === 0 ? [{ name: 'Storage', values: ['128 GB', '256 GB'] }] : [])]
    : [];
  const combinations: Record<string, string>[] =
    index === 0
      ? ['Black', 'Sand'].flatMap((Colour) => ['128 GB', '256 GB'].map((Storage) => ({ Colour, Storage })))
      : coloured
        ? [{ Colour: 'Black' }, { Colour: 'Sand' }]
        : [{}];
  const sku = `TP-${1000 + index * 7}`;
  return {
    id: id(2, index),
    slug: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    name,
    brand,
    categoryId: id(1, category),
    tags: was ? ['sale'] : [],
    description: `${name} by ${brand}. Built to last, easy to repair.`,
    price: usd(price),
    compareAtPrice: was ? usd(was) : null,
    sku,
    weightGrams: 250 + index * 60,
    dimensionsMm: { width: 160, height: 90, depth: 40 },
    status: index === 9 ? 'draft' : 'active',
    attributes: [
      { name: 'Warranty', value: '24 months' },
      { name: 'Connectors', value: 'USB-C' },
    ],
    options,
    variants: combinations.map((one, at) => ({
      id: id(3, index * 10 + at),
      sku: at === 0 ? sku : `${sku}-${at}`,
      options: one,
      price: usd(price + at * 5000),
      weightGrams: 250,
      available: Math.floor(stock / combinations.length),
      onHand: Math.floor(stock / combinations.length) + 2,
    })),
    images: [{ id: id(4, index), url: `/media/placeholder/${index}.svg`, alt: name }],
    deletedAt: null,
    updatedAt: ago(index * 333 + 12),
  };
});

export const levels: StockLevel[] = products.flatMap((product) =>
  product.variants.map((variant) => ({
    variantId: variant.id,
    productId: product.id,
    sku: variant.sku,
    name: product.name,
    options: variant.options,
    imageUrl: product.images[0]?.url ?? null,
    locationId: id(5, 0),
    locationName: 'Main warehouse',
    onHand: variant.onHand,
    reserved: 2,
    available: variant.available,
    updatedAt: ago(90),
  })),
);

export const movements: StockMovement[] = levels.flatMap((level, index) => [
  {
    id: id(6, index * 3),
    variantId: level.variantId,
    sku: level.sku,
    locationName: level.locationName,
    delta: level.onHand + 5,
    reason: 'Delivery received',
    by: 'admin@tradepost.test',
    at: ago(9000),
  },
  {
    id: id(6, index * 3 + 1),
    variantId: level.variantId,
    sku: level.sku,
    locationName: level.locationName,
    delta: -3,
    reason: 'Sold',
    reference: 'TP-2026-1042',
    by: 'system',
    at: ago(400),
  },
  {
    id: id(6, index * 3 + 2),
    variantId: level.variantId,
    sku: level.sku,
    locationName: level.locationName,
    delta: -2,
    reason: 'Damaged or lost',
    by: 'admin@tradepost.test',
    at: ago(60),
  },
]);

const people = ['Ada Lindqvist', 'Marco Bianchi', 'Priya Raman', 'Jo Okafor', 'Helena Nowak', 'Samuel Adeyemi-Featherstonehaugh'];
const statuses = ['processing', 'processing', 'pendingPayment', 'shipped', 'delivered', 'cancelled', 'delivered'];
const paid: Record<string, string> = { pendingPayment: 'pending', cancelled: 'refunded' };

function order(index: number): Order {
  const name = people[index % people.length] ?? 'Ada';
  const status = statuses[index % statuses.length] ?? 'processing';
  const bought = [products[index % products.length], products[(index * 5 + 3) % products.length]].filter((one) => one !== undefined);
  const lines = bought.map((product, at) => ({
    id: id(8, index * 10 + at),
    productId: product.id,
    variantId: product.variants[0]?.id ?? '',
    sku: product.variants[0]?.sku ?? '',
    name: product.name,
    options: product.variants[0]?.options ?? {},
    imageUrl: product.images[0]?.url ?? null,
    unitPrice: product.price,
    quantity: at + 1 + (index % 2),
    lineTotal: usd(product.price.minor * (at + 1 + (index % 2))),
    discount: usd(0),
    tax: usd(0),
  }));
  const subtotal = lines.reduce((sum, line) => sum + line.lineTotal.minor, 0);
  const tax = Math.floor(subtotal * 0.0825);
  const out = status === 'shipped' || status === 'delivered';
  const total = usd(subtotal + 590 + tax);
  const address = {
    name,
    line1: `${12 + index} Harbour Street`,
    city: 'Portland',
    state: 'OR',
    postalCode: '97201',
    country: 'US',
    phone: '+1 503 555 0134',
  };
  const placedAt = ago(index * 190 + 14);
  return {
    id: id(7, index),
    number: `TP-2026-${1060 - index}`,
    status,
    placedAt,
    email: `${name.split(' ')[0]?.toLowerCase()}@example.com`,
    customerName: name,
    lines,
    totals: { subtotal: usd(subtotal), discount: usd(0), shipping: usd(590), tax: usd(tax), total },
    trace: [
      ...lines.map((line) => ({ step: 'line', label: `${line.quantity} × ${line.name}`, amount: line.lineTotal })),
      { step: 'shipping', label: 'Standard shipping, 1.2 kg', amount: usd(590) },
      { step: 'tax', label: 'Oregon sales tax 8.25 %', amount: usd(tax) },
    ],
    shippingAddress: address,
    billingAddress: index % 3 === 0 ? { ...address, line1: '1 Market Square', city: 'Salem' } : null,
    payment: {
      method: 'card',
      provider: 'demo',
      status: paid[status] ?? 'paid',
      amount: total,
      refunded: usd(status === 'cancelled' ? total.minor : 0),
      reference: `dg_${9000 + index}`,
    },
    shipments: out
      ? [
          {
            id: id(9, index),
            carrier: 'UPS',
            service: 'Ground',
            trackingNumber: `1Z999AA1012345${index}`,
            status: status === 'delivered' ? 'delivered' : 'inTransit',
            lines: lines.map((line) => ({ lineId: line.id, quantity: line.quantity })),
            shippedAt: ago(index * 150),
          },
        ]
      : [],
    timeline: [
      { at: placedAt, event: 'placed', by: name },
      ...(status === 'pendingPayment' ? [] : [{ at: ago(index * 190 + 13), event: 'paid', by: 'demo gateway' }]),
      ...(out ? [{ at: ago(index * 150), event: 'shipped', by: 'admin@tradepost.test' }] : []),
    ],
    allowedActions:
      status === 'processing' ? ['ship', 'cancel'] : status === 'pendingPayment' ? ['cancel'] : status === 'shipped' ? ['deliver'] : [],
  };
}

export const orders: Order[] = Array.from({ length: 63 }, (_, index) => order(index));

export const mails: MailDetail[] = orders.slice(0, 30).map((one, index) => ({
  id: id(10, index),
  to: one.email,
  subject: `Your order ${one.number} is confirmed`,
  kind: 'orderConfirmation',
  status: index === 2 ? 'failed' : index === 0 ? 'queued' : 'sent',
  createdAt: one.placedAt,
  sentAt: index > 2 ? one.placedAt : null,
  attempts: index === 2 ? 5 : 1,
  error: index === 2 ? '550 5.1.1 mailbox not found' : null,
  html: `<div style="font-family:sans-serif;max-width:560px;margin:32px auto;color:#222"><h1 style="font-size:22px">Thank you, ${one.customerName}</h1><p>We have your order <b>${one.number}</b> and will tell you when it leaves the house.</p><script>document.body.innerHTML = 'script ran'</script></div>`,
  text: `Thank you, ${one.customerName}\n\nWe have your order ${one.number} and will tell you when it leaves the house.`,
}));

export const deadLetters: DeadLetter[] = [
  {
    id: id(11, 0),
    event: 'OrderPlaced',
    subscriber: 'Notifications.SendConfirmation',
    error: 'SocketException: Connection refused (smtp.example.com:587)',
    attempts: 8,
    occurredAt: ago(300),
    failedAt: ago(120),
    payload: { orderId: orders[3]?.id, number: orders[3]?.number },
  },
  {
    id: id(11, 1),
    event: 'ShipmentDelivered',
    subscriber: 'Orders.OnShipmentDelivered',
    error: 'TimeoutException: The operation has timed out.',
    attempts: 8,
    occurredAt: ago(900),
    failedAt: ago(700),
    payload: { shipmentId: id(9, 3) },
  },
];

export const taxRates: TaxRate[] = [
  { id: id(12, 0), name: 'California sales tax', country: 'US', state: 'CA', percent: '7.25', appliesToShipping: false },
  { id: id(12, 1), name: 'VAT', country: 'DE', state: null, percent: '19', appliesToShipping: true },
  { id: id(12, 2), name: 'VAT', country: 'FR', state: null, percent: '20', appliesToShipping: true },
];

export const shippingMethods: ShippingMethod[] = [
  {
    id: id(13, 0),
    code: 'standard',
    name: 'Standard',
    basePrice: usd(590),
    perKg: usd(100),
    freeOver: usd(7500),
    estimatedDays: { min: 3, max: 5 },
    countries: null,
    active: true,
  },
  {
    id: id(13, 1),
    code: 'express',
    name: 'Express',
    basePrice: usd(1490),
    perKg: usd(250),
    freeOver: null,
    estimatedDays: { min: 1, max: 2 },
    countries: ['US', 'DE'],
    active: true,
  },
  {
    id: id(13, 2),
    code: 'pickup',
    name: 'Pick-up',
    basePrice: usd(0),
    perKg: usd(0),
    freeOver: null,
    estimatedDays: { min: 1, max: 1 },
    countries: ['US'],
    active: false,
  },
];
