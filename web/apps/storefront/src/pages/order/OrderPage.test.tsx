import { screen } from '@testing-library/react';
import { keepOrderToken, type Order } from '@tradepost/api';
import { answerWith, renderPage } from '../../testing/render.tsx';
import { order, settings } from '../../testing/samples.ts';
import { OrderPage } from './OrderPage.tsx';

/** A shop whose order can be moved on while somebody looks at it: the events go out on an open line. */
function shopWith(first: Order) {
  const encoder = new TextEncoder();
  let line: ReadableStreamDefaultController<Uint8Array> | undefined;
  const tell = (now: Order) => line?.enqueue(encoder.encode(`event: order\ndata: ${JSON.stringify(now)}\n\n`));
  const calls = answerWith({
    'GET /settings': { body: settings },
    'GET /payment-methods': { body: [{ id: 'card', provider: 'demo', name: 'Card' }] },
    'GET /orders/o1': { body: first },
  });
  const plain = globalThis.fetch;
  const tokens: (string | null)[] = [];
  vi.stubGlobal('fetch', (request: Request) => {
    if (!request.url.endsWith('/events')) return plain(request);
    tokens.push(request.headers.get('X-Order-Token'));
    return Promise.resolve(
      new Response(
        new ReadableStream({
          start: (controller) => {
            line = controller;
          },
        }),
      ),
    );
  });
  return { tell, tokens, calls, isOpen: () => line !== undefined };
}

const open = (state?: object) => renderPage(<OrderPage />, { path: '/orders/:id', at: '/orders/o1', state });

describe('an order page', () => {
  it('changes by itself when the order moves', async () => {
    keepOrderToken('o1', 'guest-token');
    const { tell, tokens, isOpen } = shopWith({ ...order, status: 'processing', payment: { ...order.payment, status: 'paid' } });
    open();
    expect(await screen.findByText(/We are packing it/)).toBeInTheDocument();
    await vi.waitFor(() => expect(isOpen()).toBe(true));
    tell({
      ...order,
      status: 'shipped',
      shipments: [{ id: 's1', carrier: 'Demo Post', status: 'inTransit', trackingNumber: 'DP1' }],
    });
    expect(await screen.findByText(/The courier has it/)).toBeInTheDocument();
    expect(screen.getByText(/Tracking number DP1/)).toBeInTheDocument();
    expect(tokens).toEqual(['guest-token']);
  });

  it('opens by the link in a guest’s mail, whose key no server sees but as a header', async () => {
    const { calls, tokens, isOpen } = shopWith(order);
    renderPage(<OrderPage />, { path: '/orders/:id', at: '/orders/o1#token=from-the-mail' });
    expect(await screen.findByRole('heading', { name: `Order ${order.number}` })).toBeInTheDocument();
    await vi.waitFor(() => expect(isOpen()).toBe(true));
    expect(calls.find((call) => call.url.pathname.endsWith('/orders/o1'))?.headers.get('X-Order-Token')).toBe('from-the-mail');
    expect(tokens).toEqual(['from-the-mail']);
  });

  it('says thanks only once the shop knows of the payment', async () => {
    const { tell, isOpen } = shopWith(order);
    open({ arrival: 'waiting' });
    expect(await screen.findByText('Waiting for word about your payment')).toBeInTheDocument();
    expect(screen.queryByText(/Thank you/)).not.toBeInTheDocument();
    await vi.waitFor(() => expect(isOpen()).toBe(true));
    tell({ ...order, status: 'processing', payment: { ...order.payment, status: 'paid' } });
    expect(await screen.findByText('Thank you, Ada. Your order is in.')).toBeInTheDocument();
  });

  it('offers to pay again after a declined payment, with the reason', async () => {
    shopWith({ ...order, payment: { ...order.payment, status: 'failed', declineReason: 'insufficient_funds' } });
    open({ arrival: 'waiting' });
    expect(await screen.findByText(/does not have enough funds/)).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: 'Pay $198.00' })).toBeInTheDocument();
  });

  it('leads back to a bank that still waits', async () => {
    shopWith({
      ...order,
      payment: { ...order.payment, status: 'pending', nextAction: { type: 'redirect', url: '/demo-gateway/challenge/1' } },
    });
    open();
    expect(await screen.findByRole('link', { name: 'Go on with the confirmation' })).toHaveAttribute(
      'href',
      '/demo-gateway/challenge/1',
    );
  });

  it('offers the invoice once there is one, and not before', async () => {
    shopWith({ ...order, status: 'processing', invoice: { number: 'INV-2026-000007', issuedAt: '2026-11-20T10:00:00Z' } });
    open();
    expect(await screen.findByRole('button', { name: 'Download invoice INV-2026-000007 as PDF' })).toBeInTheDocument();
  });

  it('says until when the order can be cancelled', async () => {
    shopWith({ ...order, status: 'processing', mayCancel: true, mayCancelUntil: '2026-11-20T11:00:00Z' });
    open();
    expect(await screen.findByText(/You can cancel until/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Cancel order' })).toBeInTheDocument();
  });

  it('lets nobody cancel what has left', async () => {
    shopWith({ ...order, status: 'shipped', payment: { ...order.payment, status: 'paid' } });
    open();
    await screen.findByText(/The courier has it/);
    expect(screen.queryByRole('button', { name: 'Cancel order' })).not.toBeInTheDocument();
  });

  it('tells a stranger nothing but the ways in', async () => {
    answerWith({ 'GET /settings': { body: settings }, 'GET /orders/o1': { status: 404, body: { code: 'orders.not_found' } } });
    open();
    expect(await screen.findByRole('link', { name: 'Find it by number' })).toHaveAttribute('href', '/track');
  });
});
