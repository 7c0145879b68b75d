import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAdmin } from '../../test/render.tsx';
import { usd } from '../../test/samples.ts';
import { listOf, openShop } from '../../test/shop.ts';

const balance = {
  body: {
    at: '2026-11-25T10:00:00Z',
    sheets: [
      {
        currency: 'USD',
        debit: usd(5000),
        credit: usd(5000),
        accounts: [
          { code: 'provider:demo', name: 'Held by the demo gateway for the shop', kind: 'asset', debit: usd(5000), entries: 1 },
          { code: 'sales', name: 'Goods sold', kind: 'income', credit: usd(5000), entries: 1 },
        ],
      },
    ],
  },
};
const entry = (id: string, minor: number) => ({
  id, at: '2026-11-25T09:00:00Z', kind: 'capture', account: 'sales', amount: usd(minor),
  orderId: 'o1', orderNumber: 'T-100001', posting: 'p1',
});
const close = {
  day: '2026-11-24', currency: 'USD', postings: 3, received: usd(5000), givenBack: usd(200), seal: 'ab'.repeat(32),
  closedAt: '2026-11-25T00:01:00Z',
};

describe('the ledger', () => {
  it('shows both sides, and each account leads to its entries and they to their orders', async () => {
    const user = userEvent.setup();
    const shop = openShop({
      'GET /admin/ledger/trial-balance': balance,
      'GET /admin/ledger/entries': ({ query }) => ({
        body: query.after ? { items: [entry('e2', -100)] } : { items: [entry('e1', -4900)], next: 'e1' },
      }),
    });
    openAdmin('/ledger');
    await user.click(await screen.findByRole('link', { name: 'Goods sold' }));
    expect(await screen.findByRole('link', { name: 'T-100001' })).toHaveAttribute('href', '/orders/o1');
    expect(screen.getByText('$49.00')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Older' }));
    expect(await screen.findByText('$1.00')).toBeVisible();
    expect(shop.to('GET /admin/ledger/entries').at(-1)?.query).toEqual({ account: 'sales', currency: 'USD', after: 'e1' });
  });

  it('says that nothing is booked, and what failed', async () => {
    openShop({ 'GET /admin/ledger/trial-balance': { body: { at: '2026-11-25T10:00:00Z', sheets: [] } } });
    openAdmin('/ledger');
    expect(await screen.findByText('Nothing is booked')).toBeVisible();
  });

  it('lists closed days and shows one with its seal', async () => {
    const user = userEvent.setup();
    const sums = { opening: usd(0), gained: usd(200), given: usd(5000), closing: usd(-4800) };
    const account = { code: 'sales', name: 'Goods sold', kind: 'income', ...sums };
    openShop({
      'GET /admin/ledger/closes': listOf([close]),
      'GET /admin/ledger/closes/2026-11-24': { body: { day: '2026-11-24', sheets: [{ close, before: '', accounts: [account] }] } },
    });
    openAdmin('/ledger/closes');
    await user.click(await screen.findByRole('link', { name: '2026-11-24' }));
    const table = within(await screen.findByRole('table', { name: 'Accounts in USD' }));
    expect(table.getByText('-$48.00')).toBeVisible();
    expect(screen.getByText(/^Seal abab/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Download CSV' })).toBeEnabled();
  });
});
