import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Return } from '@tradepost/api';
import { openAdmin } from '../../test/render.tsx';
import { usd } from '../../test/samples.ts';
import { listOf, openShop, type Routes } from '../../test/shop.ts';

const one: Return = {
  id: 'r1',
  number: 'R-100001',
  orderId: 'o1',
  orderNumber: 'T-100001',
  customerName: 'Ada Buyer',
  kind: 'return',
  status: 'requested',
  requestedAt: '2026-03-02T10:00:00Z',
  comment: 'The shade is cracked.',
  shopPays: true,
  hasLabel: false,
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
  allowedActions: ['approve', 'refuse'],
};

function open(now: Return, more: Routes = {}) {
  const shop = openShop({ 'GET /admin/returns/r1': { body: now }, ...more });
  openAdmin('/returns/r1');
  return { shop, user: userEvent.setup() };
}

describe('the list of returns', () => {
  it('opens with those that wait', async () => {
    const shop = openShop({ 'GET /admin/returns': listOf([{ ...one, units: 2, names: ['Desk lamp'] }]) });
    openAdmin('/returns');
    expect(await screen.findByRole('link', { name: 'R-100001' })).toBeVisible();
    expect(shop.to('GET /admin/returns').some(({ query }) => query.status === 'open')).toBe(true);
    expect(screen.getByRole('link', { name: 'Open' })).toHaveAttribute('aria-current', 'page');
  });
});

describe('deciding about a return', () => {
  it('approves with one press', async () => {
    const { user, shop } = open(one, {
      'POST /admin/returns/r1/approval': { body: { ...one, status: 'approved', allowedActions: ['receive', 'inspect'] } },
    });
    expect(await screen.findByText('The shade is cracked.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Approve' }));
    expect(await screen.findByText('R-100001 approved')).toBeVisible();
    expect(shop.to('POST /admin/returns/r1/approval')).toHaveLength(1);
  });

  it('refuses only with a reason', async () => {
    const { user, shop } = open(one, {
      'POST /admin/returns/r1/refusal': { body: { ...one, status: 'refused', refuseReason: 'Worn', allowedActions: [] } },
    });
    await user.click(await screen.findByRole('button', { name: 'Refuse' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Refuse R-100001' }));
    expect(dialog.getByRole('button', { name: 'Refuse the return' })).toHaveAccessibleDescription(/Say why first/);
    await user.type(dialog.getByLabelText('Reason'), 'Worn');
    await user.click(dialog.getByRole('button', { name: 'Refuse the return' }));
    expect(await screen.findByText('R-100001 refused')).toBeVisible();
    expect(shop.to('POST /admin/returns/r1/refusal')[0]?.body).toEqual({ reason: 'Worn' });
  });
});

describe('inspecting a return', () => {
  const here: Return = { ...one, status: 'received', allowedActions: ['inspect'] };
  const quote = { body: { worth: usd(4000), fee: usd(0), shipping: usd(0), refund: usd(4000) } };
  const closed = { body: { ...here, status: 'closed', allowedActions: [], decided: { decision: 'full', refund: usd(4000) } } };

  it('shows the refund to the cent on the button', async () => {
    const { user, shop } = open(here, { 'POST /admin/returns/r1/receipt/quote': quote, 'POST /admin/returns/r1/receipt': closed });
    await user.click(await screen.findByRole('button', { name: 'Close and refund $40.00' }));
    expect(await screen.findByText('R-100001 is complete')).toBeVisible();
    expect(shop.to('POST /admin/returns/r1/receipt')[0]?.body).toEqual({
      lines: [{ lineId: 'l1', quantity: 2, condition: 'asNew', restock: true }],
      refund: 'full',
    });
  });

  it('gives back a part of at most what was paid, and says why nothing goes back', async () => {
    const { user, shop } = open(here, { 'POST /admin/returns/r1/receipt/quote': quote, 'POST /admin/returns/r1/receipt': closed });
    await user.click(await screen.findByText('A part'));
    await user.type(screen.getByLabelText('Amount in USD'), '41');
    const close = await screen.findByRole('button', { name: 'Close and refund $41.00' });
    expect(close).toHaveAccessibleDescription('At most $40.00 was paid for it.');
    await user.click(screen.getByText('Nothing'));
    expect(screen.getByRole('button', { name: 'Close without a refund' })).toHaveAccessibleDescription(/Say why nothing goes back/);
    await user.type(screen.getByLabelText('Note'), 'Broken by use');
    await user.click(screen.getByRole('button', { name: 'Close without a refund' }));
    await vi.waitFor(() => expect(shop.to('POST /admin/returns/r1/receipt')).toHaveLength(1));
    expect(shop.to('POST /admin/returns/r1/receipt')[0]?.body).toMatchObject({ refund: 'none', note: 'Broken by use' });
  });
});
