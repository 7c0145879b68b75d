import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { createMemoryRouter, parsePath, RouterProvider, type RouteObject } from 'react-router';
import { CartProvider } from '../cart/CartContext.tsx';
import { Toasts } from '../toasts/Toasts.tsx';

interface Options {
  /** The pattern the element stands at, and the address it is opened with. */
  path?: string;
  at?: string;
  others?: RouteObject[];
  /** What the page before handed over. */
  state?: object | undefined;
}

/** Renders an element as a page of the shop, with a router, queries, a cart and toasts around it. */
export function renderPage(element: ReactElement, { path = '/', at = path, others = [], state }: Options = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = createMemoryRouter([{ path, element }, ...others], {
    initialEntries: [{ ...parsePath(at), state }],
  });
  const view = render(
    <QueryClientProvider client={client}>
      <Toasts>
        <CartProvider>
          <RouterProvider router={router} />
        </CartProvider>
      </Toasts>
    </QueryClientProvider>,
  );
  const address = () => router.state.location.pathname + router.state.location.search;
  return { ...view, client, router, address, user: userEvent.setup() };
}

export interface Answer {
  status?: number;
  body?: unknown;
}

/** The shop's answers by "METHOD /path"; what is not listed answers 404. Returns the calls that were made. */
export function answerWith(routes: Record<string, Answer | ((request: Request) => Answer | Promise<Answer>)>) {
  const calls: { method: string; url: URL; body: unknown; headers: Headers }[] = [];
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = input instanceof Request ? input : new Request(new URL(String(input), location.origin), init);
    const url = new URL(request.url);
    const text = await request.clone().text();
    calls.push({ method: request.method, url, body: text ? JSON.parse(text) : null, headers: request.headers });
    const route = routes[`${request.method} ${url.pathname.replace('/api/v1', '')}`];
    const answer =
      typeof route === 'function' ? await route(request) : (route ?? { status: 404, body: { code: 'request.not_found' } });
    const status = answer.status ?? 200;
    const type = status >= 400 ? 'application/problem+json' : 'application/json';
    return new Response(answer.body === undefined ? null : JSON.stringify(answer.body), {
      status,
      headers: { 'Content-Type': type },
    });
  });
  return calls;
}
