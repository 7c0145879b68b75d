import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { addLine, createCart, findCart, setQuantity, shippingOptions, total } from './carts.ts';
import { categories, demoFolder, listing, products, suggestions } from './catalogue.ts';
import { cancel, findOrder, pay, placeOrder, settle, summaries, trackOrder, watch } from './orders.ts';
import { Refusal, refuse } from './refusal.ts';
import { settings } from './settings.ts';

// A stand-in for the shop while pages are being drawn: `npm run fixtures -w apps/storefront`, then `npm run dev`.
// It is no test double: tests that claim anything about the shop run against the shop.

type Body = Record<string, never>;
interface Call {
  request: IncomingMessage;
  query: URLSearchParams;
  ids: string[];
  body: Body;
  origin: string;
}
type Route = [method: string, pattern: RegExp, answer: (call: Call) => unknown, status?: number];

const id = '([^/]+)';
const user = {
  id: 'u1',
  email: 'customer@tradepost.test',
  firstName: 'Ada',
  lastName: 'Moore',
  roles: ['customer'],
  emailConfirmed: true,
};
const tokens = () => ({ accessToken: 'fixture', expiresIn: 900, user });
const at = (path: string) => new RegExp(`^/api/v1${path}/?$`);
const asCart = (call: Call) => findCart(call.ids[0] ?? '');
const asOrder = (call: Call) => findOrder(call.ids[0] ?? '');

const routes: Route[] = [
  ['GET', at('/settings'), () => settings],
  ['GET', at('/categories'), () => categories()],
  ['GET', at('/products'), ({ query }) => listing(query)],
  [
    'GET',
    at(`/products/${id}`),
    ({ ids }) => products.find((p) => p.slug === ids[0] || p.id === ids[0]) ?? refuse(404, 'request.not_found', 'No'),
  ],
  ['GET', at('/search/suggestions'), ({ query }) => suggestions(query.get('q') ?? '')],
  ['POST', at('/carts'), () => createCart(), 201],
  ['GET', at(`/carts/${id}`), (call) => asCart(call)],
  ['POST', at(`/carts/${id}/lines`), (call) => addLine(asCart(call), call.body as never)],
  ['PATCH', at(`/carts/${id}/lines/${id}`), (call) => setQuantity(asCart(call), call.ids[1] ?? '', call.body.quantity ?? 0)],
  ['DELETE', at(`/carts/${id}/lines/${id}`), (call) => setQuantity(asCart(call), call.ids[1] ?? '', 0)],
  ['PUT', at(`/carts/${id}/address`), (call) => total(Object.assign(asCart(call), { address: call.body }))],
  ['GET', at(`/carts/${id}/shipping-options`), () => shippingOptions],
  ['PUT', at(`/carts/${id}/shipping-option`), (call) => total(Object.assign(asCart(call), { shippingOptionId: call.body.id }))],
  ['POST', at(`/carts/${id}/claim`), (call) => asCart(call)],
  [
    'GET',
    at('/payment-methods'),
    () => [
      { id: 'card', provider: 'demo', name: 'Card' },
      { id: 'cod', provider: 'cod', name: 'Cash on delivery' },
    ],
  ],
  ['POST', at('/orders'), ({ body }) => placeOrder(body as never), 201],
  ['POST', at('/orders/track'), ({ body }) => tracked(body)],
  ['GET', at(`/orders/${id}`), (call) => asOrder(call)],
  ['POST', at(`/orders/${id}/cancellation`), (call) => cancel(asOrder(call))],
  ['POST', at('/payments'), ({ body, origin }) => pay(body as never, origin)],
  [
    'POST',
    at('/auth/login'),
    ({ body }) => (body.password === 'wrong' ? refuse(401, 'auth.invalid_credentials', 'No') : tokens()),
  ],
  ['POST', at('/auth/refresh'), () => tokens()],
  ['POST', at('/auth/register'), () => ({ user }), 201],
  ['POST', at('/auth/logout'), () => undefined, 204],
  ['GET', at('/me'), () => ({ ...user, phone: null })],
  ['PATCH', at('/me'), ({ body }) => Object.assign(user, body)],
  ['GET', at('/me/orders'), () => ({ items: summaries(), page: 1, pageSize: 24, total: summaries().length })],
];

function tracked(body: Body) {
  const order = trackOrder(String(body.number), String(body.email));
  return { id: order.id, accessToken: 'fixture', order };
}

async function readBody(request: IncomingMessage): Promise<Body> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return (text ? JSON.parse(text) : {}) as Body;
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname.startsWith('/media/')) return sendMedia(url.pathname, response);
  if (url.pathname.startsWith('/demo-gateway/')) return challenge(url, request, response);
  const stream = at(`/orders/${id}/events`).exec(url.pathname);
  if (stream) return sendEvents(stream[1] ?? '', response);
  const route = routes.find(([method, pattern]) => method === request.method && pattern.test(url.pathname));
  if (!route) return refuse(404, 'request.not_found', 'Not in the fixtures');
  const ids = (route[1].exec(url.pathname) ?? []).slice(1).map(decodeURIComponent);
  const body = await readBody(request);
  await new Promise((done) => setTimeout(done, Number(process.env.DELAY ?? 60)));
  const result = route[2]({
    request,
    query: url.searchParams,
    ids,
    body,
    origin: `http://${request.headers['x-forwarded-host'] ?? request.headers.host}`,
  });
  response
    .writeHead(route[3] ?? 200, { 'Content-Type': 'application/json' })
    .end(result === undefined ? '' : JSON.stringify(result));
}

function sendMedia(path: string, response: ServerResponse): void {
  const file = join(demoFolder, path.replaceAll('..', ''));
  if (existsSync(file)) {
    response
      .writeHead(200, { 'Content-Type': extname(file) === '.svg' ? 'image/svg+xml' : 'image/webp' })
      .end(readFileSync(file));
    return;
  }
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><rect width="640" height="640" fill="#e8e6df"/>' +
    '<rect x="200" y="220" width="240" height="200" rx="28" fill="#cbc7bb"/></svg>';
  response.writeHead(200, { 'Content-Type': 'image/svg+xml' }).end(svg);
}

function sendEvents(orderId: string, response: ServerResponse): void {
  const order = findOrder(orderId);
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  const stop = watch(order, (value) => response.write(`event: order\ndata: ${JSON.stringify(value)}\n\n`));
  response.on('close', stop);
}

function challenge(url: URL, request: IncomingMessage, response: ServerResponse): void {
  const order = findOrder(url.searchParams.get('order') ?? '');
  if (request.method === 'POST') {
    settle(order);
    response.writeHead(303, { Location: `/checkout/return?order=${order.id}` }).end();
    return;
  }
  response
    .writeHead(200, { 'Content-Type': 'text/html' })
    .end('<form method="post"><h1>Demo bank</h1><button>Approve</button></form>');
}

const port = Number(process.env.PORT ?? 5081);
createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    const refusal = error instanceof Refusal ? error : new Refusal(500, { code: 'server.unexpected', title: String(error) });
    response.writeHead(refusal.status, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify(refusal.body));
  });
}).listen(port, '127.0.0.1', () => console.log(`Fixtures at http://127.0.0.1:${port}`));
