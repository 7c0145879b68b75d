import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAdmin } from '../../test/render.tsx';
import { usd } from '../../test/samples.ts';
import { listOf, openShop } from '../../test/shop.ts';
import { niceTop } from './chartScale.ts';
import { dayWords } from './RevenueChart.tsx';

const days = Array.from({ length: 14 }, (_, index) => ({
  date: `2026-11-${String(index + 8).padStart(2, '0')}`,
  orders: index,
  revenue: usd(index * 1000),
}));
const figures = (orders: number, revenue: number) => ({
  orders,
  revenue: usd(revenue),
  averageOrder: usd(orders ? Math.floor(revenue / orders) : 0),
});
const summary = {
  today: figures(6, 84300),
  yesterday: figures(10, 132400),
  days,
  awaitingShipment: 18,
  pendingPayment: 9,
};
const shop = {
  'GET /admin/orders/summary': { body: summary },
  'GET /admin/orders': listOf([]),
  'GET /admin/inventory/levels': listOf([], 5),
  'GET /admin/dead-letters': listOf([], 2),
};

describe('the dashboard', () => {
  it('shows today beside yesterday, and every number leads to its list', async () => {
    openShop(shop);
    openAdmin('/');
    const revenue = await screen.findByRole('link', { name: /Revenue today\s*\$843\.00\s*\$1,324\.00 yesterday/ });
    expect(revenue).toHaveAttribute('href', '/orders?from=2026-11-21&to=2026-11-21');
    expect(screen.getByRole('link', { name: /Awaiting shipment.*18/ })).toHaveAttribute('href', '/orders?status=processing');
    expect(await screen.findByRole('link', { name: /Low stock.*5$/ })).toHaveAttribute('href', '/stock?show=low');
    expect(screen.getByRole('link', { name: /Dead letters.*for good.*2$/ })).toHaveAttribute('href', '/dead-letters');
  });

  it('has a table behind the chart, with the same sums', async () => {
    const user = userEvent.setup();
    openShop(shop);
    openAdmin('/');
    expect(await screen.findByRole('img', { name: /Best day: Saturday, November 21 with \$130\.00/ })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show table' }));
    const table = within(screen.getByRole('region', { name: 'Revenue by day' }));
    expect(table.getAllByRole('row')).toHaveLength(15);
    expect(table.getByRole('row', { name: 'Sat, Nov 21 13 $130.00' })).toBeVisible();
    expect(screen.getByText('$910.00')).toBeVisible();
  });

  it('shows what it knows when a part of it fails', async () => {
    openShop({ ...shop, 'GET /admin/orders/summary': { status: 500, body: { code: 'server.error', traceId: 'x1' } } });
    openAdmin('/');
    expect(await screen.findByText('Today’s figures could not be loaded.')).toBeVisible();
    expect(await screen.findByRole('link', { name: /Low stock.*5$/ })).toBeVisible();
    expect(screen.getByRole('link', { name: /Awaiting shipment.*not known/ })).toBeVisible();
  });
});

describe('the scale of the chart', () => {
  it.each([
    [0, 1],
    [1, 1],
    [99, 100],
    [101, 200],
    [187_500, 200_000],
    [210_000, 250_000],
  ])('for %i ends at %i', (highest, top) => {
    expect(niceTop(highest)).toBe(top);
  });

  it('names the day of the shop, not of the reader’s zone', () => {
    expect(dayWords('2026-11-21')).toBe('Sat, Nov 21');
  });
});
