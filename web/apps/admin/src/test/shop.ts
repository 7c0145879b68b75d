// A shop at the other end of the wire, for component tests: it answers what a test says and keeps what was asked.
// Whether the real shop answers the same is for the tests that run against it.

export interface Asked {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Headers;
  body: unknown;
}

export interface Answer {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export type Routes = Record<string, Answer | ((asked: Asked) => Answer)>;

const missing: Answer = { status: 404, body: { code: 'resource.notFound', title: 'Not found' } };

function respond({ status = 200, body, headers }: Answer): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return new Response(status === 204 ? null : JSON.stringify(body), {
    status,
    headers: { 'Content-Type': type, ...headers },
  });
}

/** Keys are "GET /admin/orders"; the base of the API is left out. */
export function openShop(routes: Routes) {
  const asked: Asked[] = [];
  globalThis.fetch = async (input, init) => {
    const request = input instanceof Request ? input : new Request(new URL(String(input), window.location.origin), init);
    const url = new URL(request.url);
    const text = await request.text();
    const one: Asked = {
      method: request.method,
      path: url.pathname.replace('/api/v1', ''),
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
      body: text === '' ? undefined : request.headers.get('Content-Type')?.startsWith('text/') ? text : JSON.parse(text),
    };
    asked.push(one);
    const route = routes[`${one.method} ${one.path}`] ?? missing;
    return respond(typeof route === 'function' ? route(one) : route);
  };
  return {
    asked,
    /** The requests to one route, oldest first. */
    to: (key: string) => asked.filter((one) => `${one.method} ${one.path}` === key),
  };
}

export const listOf = <T>(items: T[], total = items.length): Answer => ({
  body: { items, page: 1, pageSize: 25, total },
});
