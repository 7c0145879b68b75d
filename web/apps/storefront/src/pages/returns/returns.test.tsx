import { screen, within } from '@testing-library/react';
import { keepOrderToken, type Return, type ReturnOptions } from '@tradepost/api';
import { answerWith, renderPage } from '../../testing/render.tsx';
import { order, settings } from '../../testing/samples.ts';
import { AskReturnPage } from './AskReturnPage.tsx';
import { ReturnPage } from './ReturnPage.tsx';
import { Withdraw } from './Withdraw.tsx';

const usd = (minor: number) => ({ minor, currency: 'USD' });

const options: ReturnOptions = {
  lines: [
    { lineId: 'l1', name: 'Desk lamp', quantity: 3, returnable: 2, withdrawable: 0 },
    { lineId: 'l2', name: 'Bulb', quantity: 1, returnable: 0, withdrawable: 0 },
  ],
  open: true,
  until: '2026-04-02T00:00:00Z',
  days: 30,
  reasons: [
    { reason: 'damaged', shopPays: true, feePercent: 0 },
    { reason: 'changedMind', shopPays: false, feePercent: 10 },
  ],
  conditions: 'Unworn, in its box.',
};

const one: Return = {
  id: 'r1',
  number: 'R-100001',
  orderId: 'o1',
  orderNumber: 'T-100001',
  customerName: 'Ada',
  kind: 'return',
  status: 'approved',
  requestedAt: '2026-03-02T10:00:00Z',
  shopPays: true,
  hasLabel: true,
  lines: [
    {
      id: 'rl1',
      lineId: 'l1',
      productId: 'p1',
      sku: 'LAMP',
      name: 'Desk lamp',
      quantity: 2,
      reason: 'damaged',
      worth: usd(4000),
      feePercent: 0,
      inspections: [],
    },
  ],
  expected: { worth: usd(4000), fee: usd(0), shipping: usd(0), refund: usd(4000) },
  photos: [],
  timeline: [{ at: '2026-03-02T10:00:00Z', event: 'requested', by: 'customer' }],
  allowedActions: ['send', 'cancel'],
};

describe('asking for a return', () => {
  const open = () =>
    renderPage(<AskReturnPage />, {
      path: '/orders/:id/return',
      at: '/orders/o1/return',
      others: [{ path: '/returns/:id', element: <p>The return</p> }],
    });

  it('shows the sum before, wants a reason, and asks once with a key', async () => {
    keepOrderToken('o1', 'guest-token');
    const calls = answerWith({
      'GET /settings': { body: settings },
      'GET /orders/o1/returns/options': { body: options },
      'POST /orders/o1/returns/quote': {
        body: { lines: [], worth: usd(2000), fee: usd(200), refund: usd(1800), shopPays: false },
      },
      'POST /orders/o1/returns': { status: 201, body: one },
    });
    const { user, address } = open();
    expect(await screen.findByText(/You have until Apr 1, 2026\. Unworn, in its box\./)).toBeVisible();
    expect(screen.getByRole('checkbox', { name: /Bulb/ })).toBeDisabled();
    await user.click(screen.getByRole('checkbox', { name: /Desk lamp/ }));
    await user.click(screen.getByRole('button', { name: 'Ask for the return' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Tell us why, for each item you chose.');
    await user.click(screen.getByRole('button', { name: 'One less' }));
    await user.selectOptions(screen.getByLabelText('Why?'), 'changedMind');
    const sums = within(await screen.findByRole('region', { name: 'What goes back to you' }));
    expect(await sums.findByText('$18.00')).toBeVisible();
    expect(sums.getByText(/You pay for the way back/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Ask for the return' }));
    expect(await screen.findByText('The return')).toBeVisible();
    expect(address()).toBe('/returns/r1?order=o1');
    const asked = calls.filter(({ url, method }) => method === 'POST' && url.pathname.endsWith('/returns'));
    expect(asked).toHaveLength(1);
    expect(asked[0]?.body).toEqual({ lines: [{ lineId: 'l1', quantity: 1, reason: 'changedMind' }] });
    expect(asked[0]?.headers.get('Idempotency-Key')).toMatch(/.{30,}/);
    expect(asked[0]?.headers.get('X-Order-Token')).toBe('guest-token');
  });

  it('says why nothing can be returned', async () => {
    answerWith({
      'GET /settings': { body: settings },
      'GET /orders/o1/returns/options': { body: { ...options, open: false, closedBecause: 'returns.window_closed' } },
    });
    open();
    expect(await screen.findByText('The time for returning this order ended on Apr 1, 2026.')).toBeVisible();
  });
});

describe('a return', () => {
  it('keeps the key a mail brought, and offers what may be done', async () => {
    const calls = answerWith({
      'GET /settings': { body: settings },
      'GET /returns/r1': { body: one },
      'POST /returns/r1/cancellation': { body: { ...one, status: 'cancelled', allowedActions: [], hasLabel: false } },
    });
    const { user } = renderPage(<ReturnPage />, { path: '/returns/:id', at: '/returns/r1?order=o9#token=from-mail' });
    expect(await screen.findByRole('heading', { name: 'Return R-100001' })).toBeVisible();
    expect(calls.find(({ url }) => url.pathname.endsWith('/returns/r1'))?.headers.get('X-Order-Token')).toBe('from-mail');
    expect(screen.getByRole('button', { name: 'Download the label' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Call the return off' }));
    expect(await screen.findByText(/The things stay with you/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Download the label' })).not.toBeInTheDocument();
  });

  it('is not shown to strangers', async () => {
    answerWith({ 'GET /settings': { body: settings }, 'GET /returns/r1': { status: 404, body: { code: 'returns.not_found' } } });
    renderPage(<ReturnPage />, { path: '/returns/:id', at: '/returns/r1' });
    expect(await screen.findByText('We cannot show this return here')).toBeVisible();
  });
});

describe('withdrawing from the contract', () => {
  it('takes two presses and is confirmed at once', async () => {
    const calls = answerWith({
      'GET /settings': { body: settings },
      'POST /orders/o1/withdrawal': {
        status: 201,
        body: { ...one, kind: 'withdrawal', statement: 'I withdraw from my contract.' },
      },
    });
    const { user } = renderPage(<Withdraw order={{ ...order, id: 'o1' }} until="2026-04-02T00:00:00Z" />);
    await user.click(screen.getByRole('button', { name: 'Withdraw from contract' }));
    expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(0);
    await user.click(await screen.findByRole('button', { name: 'Confirm withdrawal' }));
    expect(await screen.findByText('You have withdrawn')).toBeVisible();
    expect(screen.getByText('I withdraw from my contract.')).toBeVisible();
    expect(screen.getByText(/Received Mar 2, 2026/)).toBeVisible();
  });
});
