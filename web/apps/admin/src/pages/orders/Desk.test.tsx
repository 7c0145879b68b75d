import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAdmin } from '../../test/render.tsx';
import { usd } from '../../test/samples.ts';
import { openShop, type Routes } from '../../test/shop.ts';

const money = { subtotal: usd(4000), discount: usd(0), shipping: usd(500), tax: usd(0), total: usd(4500) };
const order = {
  id: 'o1',
  number: 'T-100001',
  status: 'processing',
  placedAt: '2026-11-20T10:00:00Z',
  email: 'ada@example.com',
  lines: [],
  totals: money,
  trace: [],
  shippingAddress: { name: 'Ada', line1: '1 Main', city: 'Portland', country: 'US' },
  payment: null,
  shipments: [],
  timeline: [],
  allowedActions: ['ship', 'cancel'],
  invoice: { number: 'INV-2026-000007', issuedAt: '2026-11-20T10:05:00Z' },
  tags: ['vip'],
  notes: [
    { id: 'n1', text: 'Call first', pinned: true, by: 'boss@example.com', at: '2026-11-20T11:00:00Z' },
    { id: 'n2', text: 'Mine', pinned: false, by: 'admin@example.com', at: '2026-11-20T11:00:00Z' },
  ],
  mails: ['confirmation'],
};

const shopOf = (more: Routes = {}) =>
  openShop({ 'GET /admin/orders/o1': { body: order }, 'GET /admin/order-tags': { body: { tags: ['gift', 'vip'] } }, ...more });

describe('what staff write on an order', () => {
  it('adds a note', async () => {
    const user = userEvent.setup();
    const shop = shopOf({ 'POST /admin/orders/o1/notes': { status: 201, body: order.notes[0] } });
    openAdmin('/orders/o1');
    expect(await screen.findByText('Call first')).toBeVisible();
    await user.type(screen.getByLabelText('New note'), ' Pack well ');
    await user.click(screen.getByRole('button', { name: 'Add the note' }));
    await waitFor(() => expect(shop.to('POST /admin/orders/o1/notes').at(-1)?.body).toEqual({ text: 'Pack well' }));
    expect(screen.getAllByRole('button', { name: /pin the note/i })).toHaveLength(2);
  });

  it('sends a mail again and says so', async () => {
    const user = userEvent.setup();
    const shop = shopOf({ 'POST /admin/orders/o1/mails': { status: 204 } });
    openAdmin('/orders/o1');
    await user.click(await screen.findByRole('button', { name: 'Send “Confirmation” again' }));
    expect(await screen.findByText('The mail is on its way')).toBeVisible();
    expect(shop.to('POST /admin/orders/o1/mails').at(-1)?.body).toEqual({ kind: 'confirmation' });
  });

  it('names the invoice', async () => {
    shopOf();
    openAdmin('/orders/o1');
    expect(await screen.findByText('Invoice INV-2026-000007')).toBeVisible();
  });

  it('names the credit notes once money went back', async () => {
    const payment = { status: 'partiallyRefunded', refunded: { minor: 500, currency: 'USD' } };
    const note = {
      id: 'c1',
      number: 'CN-2026-000003',
      issuedAt: '2026-11-21T10:00:00Z',
      total: { minor: 500, currency: 'USD' },
      tax: { minor: 0, currency: 'USD' },
    };
    shopOf({
      'GET /admin/orders/o1': { body: { ...order, payment } },
      'GET /orders/o1/credit-notes': { body: { items: [note] } },
    });
    openAdmin('/orders/o1');
    expect(await screen.findByText('Credit note CN-2026-000003')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Download credit note CN-2026-000003 as PDF' })).toBeEnabled();
  });
});
