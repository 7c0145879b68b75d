import type { Order } from '@tradepost/api';
import * as data from './data.ts';

export interface Ask {
  query: URLSearchParams;
  body: Record<string, unknown>;
  ids: string[];
}

type Answer = { status?: number; body?: unknown; headers?: Record<string, string> };
type Route = [method: string, pattern: RegExp, answer: (ask: Ask) => Answer];

const notFound: Answer = {
  status: 404,
  body: { status: 404, code: 'resource.notFound', title: 'Not found', traceId: '4bf92f3577b34da6a3ce929d0e0e4736' },
};

function page<T>(items: T[], query: URLSearchParams): Answer {
  const size = Number(query.get('pageSize') ?? 24);
  const at = Number(query.get('page') ?? 1);
  return { body: { items: items.slice((at - 1) * size, at * size), page: at, pageSize: size, total: items.length } };
}

const has = (query: URLSearchParams, ...texts: (string | null | undefined)[]) =>
  texts
    .join(' ')
    .toLowerCase()
    .includes((query.get('q') ?? '').toLowerCase());

function summaryOf(order: Order) {
  const { id, number, status, placedAt, email, customerName } = order;
  return {
    id,
    number,
    status,
    paymentStatus: order.payment?.status,
    placedAt,
    email,
    customerName,
    total: order.totals.total,
    itemCount: order.lines.length,
    imageUrls: [],
  };
}

const tokens = (email: string) => ({
  accessToken: 'fixture',
  expiresIn: 600,
  user: {
    id: data.id(0, 1),
    email,
    firstName: 'Robin',
    lastName: 'Vale',
    roles: email.startsWith('admin') ? ['admin'] : ['customer'],
    emailConfirmed: true,
  },
});

const days = Array.from({ length: 14 }, (_, index) => ({
  date: new Date(Date.now() - (13 - index) * 86_400_000).toISOString().slice(0, 10),
  orders: [4, 7, 3, 9, 12, 6, 8, 5, 11, 14, 9, 13, 10, 6][index] ?? 0,
  revenue: data.usd([41200, 88300, 31900, 120400, 161000, 70300, 99900, 61200, 143800, 187500, 110900, 171200, 132400, 84300][index] ?? 0),
}));

const one = <T extends { id: string }>(list: T[], ask: Ask): T | undefined => list.find((item) => item.id === ask.ids[0]);
const found = (value: unknown): Answer => (value ? { body: value } : notFound);
const done: Answer = { status: 204 };

export const routes: Route[] = [
  [
    'POST',
    /^\/auth\/login$/,
    ({ body }) =>
      body.password === 'wrong'
        ? { status: 401, body: { status: 401, code: 'auth.invalid_credentials' } }
        : { body: tokens(String(body.email)) },
  ],
  ['POST', /^\/auth\/refresh$/, () => ({ body: tokens('admin@tradepost.test') })],
  ['POST', /^\/auth\/logout$/, () => done],
  [
    'GET',
    /^\/settings$/,
    () => ({
      body: {
        shopName: 'Tradepost',
        currency: 'USD',
        pricesIncludeTax: false,
        countries: [
          {
            code: 'US',
            name: 'United States',
            states: [
              { code: 'CA', name: 'California' },
              { code: 'OR', name: 'Oregon' },
            ],
          },
          { code: 'DE', name: 'Germany' },
          { code: 'FR', name: 'France' },
        ],
      },
    }),
  ],
  [
    'GET',
    /^\/admin\/orders\/summary$/,
    () => ({
      body: {
        today: { orders: 6, revenue: data.usd(84300), averageOrder: data.usd(14050) },
        yesterday: { orders: 10, revenue: data.usd(132400), averageOrder: data.usd(13240) },
        days,
        awaitingShipment: 18,
        pendingPayment: 9,
      },
    }),
  ],
  [
    'GET',
    /^\/admin\/orders$/,
    ({ query }) => {
      const status = query.get('status');
      const kept = data.orders.filter(
        (order) => (!status || order.status === status) && has(query, order.number, order.customerName, order.email),
      );
      if (query.get('sort') === '-total') kept.sort((a, b) => b.totals.total.minor - a.totals.total.minor);
      return page(kept.map(summaryOf), query);
    },
  ],
  ['GET', /^\/admin\/orders\/([^/]+)$/, (ask) => found(one(data.orders, ask))],
  [
    'POST',
    /^\/admin\/orders\/([^/]+)\/shipments$/,
    (ask) => {
      const order = one(data.orders, ask);
      if (!order) return notFound;
      const lines = ask.body.lines as { lineId: string; quantity: number }[];
      const shipment = {
        id: data.id(9, 500 + order.shipments.length),
        carrier: String(ask.body.carrier),
        trackingNumber: String(ask.body.trackingNumber ?? 'TP00042137'),
        status: 'inTransit',
        lines,
        shippedAt: data.ago(0),
      };
      order.shipments.push(shipment);
      const whole = order.lines.every(
        (line) =>
          order.shipments
            .flatMap((parcel) => parcel.lines ?? [])
            .filter((part) => part.lineId === line.id)
            .reduce((sum, part) => sum + part.quantity, 0) >= line.quantity,
      );
      order.status = whole ? 'shipped' : 'processing';
      order.allowedActions = whole ? ['deliver'] : ['ship', 'deliver'];
      order.timeline.push({ at: data.ago(0), event: 'shipped', by: 'admin@tradepost.test' });
      return { status: 201, body: shipment };
    },
  ],
  [
    'POST',
    /^\/admin\/shipments\/([^/]+)\/delivery$/,
    (ask) => {
      const shipment = data.orders.flatMap((order) => order.shipments).find((parcel) => parcel.id === ask.ids[0]);
      if (shipment) shipment.status = 'delivered';
      return found(shipment);
    },
  ],
  [
    'POST',
    /^\/orders\/([^/]+)\/cancellation$/,
    (ask) => {
      const order = one(data.orders, ask);
      if (order) Object.assign(order, { status: 'cancelled', allowedActions: [] });
      return found(order);
    },
  ],
  [
    'GET',
    /^\/admin\/products$/,
    ({ query }) =>
      page(
        data.products
          .filter(
            (product) =>
              has(query, product.name, product.brand, product.sku) &&
              (!query.get('state') || query.get('state') === (product.deletedAt ? 'deleted' : product.status)),
          )
          .map((product) => ({
            ...product,
            category: data.categories.find((category) => category.id === product.categoryId)?.name,
            imageUrl: product.images[0]?.url,
            state: product.deletedAt ? 'deleted' : product.status,
            available: product.variants.reduce((sum, variant) => sum + variant.available, 0),
            variantCount: product.variants.length,
          })),
        query,
      ),
  ],
  ['POST', /^\/admin\/products$/, ({ body }) => ({ status: 201, body: { ...data.products[4], ...body, id: data.products[4]?.id } })],
  ['GET', /^\/admin\/products\/([^/]+)$/, (ask) => ({ ...found(one(data.products, ask)), headers: { ETag: '"1"' } })],
  [
    'PATCH',
    /^\/admin\/products\/([^/]+)$/,
    (ask) => {
      const product = one(data.products, ask);
      if (ask.body.name === 'conflict') return { status: 412, body: { status: 412, code: 'precondition.failed', title: 'Stale' } };
      return { ...found(product && Object.assign(product, ask.body)), headers: { ETag: '"2"' } };
    },
  ],
  [
    'DELETE',
    /^\/admin\/products\/([^/]+)$/,
    (ask) => {
      const product = one(data.products, ask);
      if (product) product.deletedAt = data.ago(0);
      return done;
    },
  ],
  [
    'POST',
    /^\/admin\/products\/([^/]+)\/restoration$/,
    (ask) => {
      const product = one(data.products, ask);
      if (product) product.deletedAt = null;
      return found(product);
    },
  ],
  ['GET', /^\/admin\/categories$/, () => ({ body: data.categories })],
  [
    'POST',
    /^\/admin\/categories$/,
    ({ body }) => {
      const made = {
        id: data.id(1, data.categories.length),
        slug: 'new',
        position: 9,
        name: String(body.name),
        parentId: body.parentId as string | null,
      };
      data.categories.push(made);
      return { status: 201, body: made };
    },
  ],
  ['PATCH', /^\/admin\/categories\/([^/]+)$/, (ask) => found(Object.assign(one(data.categories, ask) ?? {}, ask.body))],
  [
    'GET',
    /^\/admin\/inventory\/levels$/,
    ({ query }) =>
      page(
        data.levels.filter((level) => has(query, level.name, level.sku) && level.available <= Number(query.get('maxAvailable') ?? 1e9)),
        query,
      ),
  ],
  [
    'POST',
    /^\/admin\/inventory\/adjustments$/,
    ({ body }) => {
      const level = data.levels.find((candidate) => candidate.variantId === body.variantId);
      if (!level) return notFound;
      level.onHand = body.set === undefined ? level.onHand + Number(body.delta) : Number(body.set);
      level.available = level.onHand - level.reserved;
      return { body: level };
    },
  ],
  [
    'GET',
    /^\/admin\/inventory\/movements$/,
    ({ query }) =>
      page(
        data.movements.filter((movement) => movement.variantId === query.get('variantId')),
        query,
      ),
  ],
  [
    'GET',
    /^\/admin\/mails$/,
    ({ query }) =>
      page(
        data.mails.filter((mail) => has(query, mail.to, mail.subject)),
        query,
      ),
  ],
  ['GET', /^\/admin\/mails\/([^/]+)$/, (ask) => found(one(data.mails, ask))],
  ['POST', /^\/admin\/mails\/([^/]+)\/retry$/, () => done],
  ['GET', /^\/admin\/dead-letters$/, ({ query }) => page(data.deadLetters, query)],
  ['POST', /^\/admin\/dead-letters\/([^/]+)\/retry$/, () => done],
  ['DELETE', /^\/admin\/dead-letters\/([^/]+)$/, () => done],
  ['GET', /^\/admin\/tax-rates$/, () => ({ body: data.taxRates })],
  ['PATCH', /^\/admin\/tax-rates\/([^/]+)$/, (ask) => found(Object.assign(one(data.taxRates, ask) ?? {}, ask.body))],
  ['GET', /^\/admin\/shipping-methods$/, () => ({ body: data.shippingMethods })],
  ['PATCH', /^\/admin\/shipping-methods\/([^/]+)$/, (ask) => found(Object.assign(one(data.shippingMethods, ask) ?? {}, ask.body))],
];

export function answer(method: string, path: string, query: URLSearchParams, body: Record<string, unknown>): Answer {
  for (const [wanted, pattern, run] of routes) {
    const match = method === wanted ? pattern.exec(path) : null;
    if (match) return run({ query, body, ids: match.slice(1) });
  }
  return notFound;
}
