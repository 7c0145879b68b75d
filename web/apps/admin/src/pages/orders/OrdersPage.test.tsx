import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAdmin } from '../../test/render.tsx';
import { usd } from '../../test/samples.ts';
import { listOf, openShop } from '../../test/shop.ts';
import { dayRangeWords } from './orderColumns.tsx';

const row = (number: string) => ({
  id: number,
  number,
  status: 'processing',
  paymentStatus: 'paid',
  placedAt: '2026-11-20T10:00:00Z',
  total: usd(4920),
  itemCount: 2,
  imageUrls: [],
  email: 'ada@example.com',
  customerName: 'Ada Lindqvist',
});
const last = (shop: ReturnType<typeof openShop>) => shop.to('GET /admin/orders').at(-1)?.query;

describe('the order list', () => {
  it('takes its view from the address', async () => {
    const shop = openShop({ 'GET /admin/orders': listOf([row('TP-1')]) });
    openAdmin('/orders?status=processing&payment=paid&q=ada&sort=-total&page=2&from=2026-11-20&to=2026-11-21');
    await screen.findByRole('link', { name: 'TP-1' });
    expect(last(shop)).toEqual({
      status: 'processing',
      paymentStatus: 'paid',
      q: 'ada',
      sort: '-total',
      page: '2',
      pageSize: '25',
      from: '2026-11-20',
      to: '2026-11-21',
    });
    expect(screen.getByRole('link', { name: 'To ship' })).toHaveAttribute('aria-current', 'page');
  });

  it('writes search and sort into the address and starts at the first page again', async () => {
    const user = userEvent.setup();
    const shop = openShop({ 'GET /admin/orders': listOf([row('TP-1')], 90) });
    const app = openAdmin('/orders?page=3');
    await screen.findByRole('link', { name: 'TP-1' });
    await user.type(screen.getByLabelText('Search orders'), 'nowak');
    await waitFor(() => expect(app.at()).toBe('/orders?q=nowak'));
    await waitFor(() => expect(last(shop)).toMatchObject({ q: 'nowak', page: '1' }));
    await user.click(screen.getByRole('button', { name: 'Total' }));
    await waitFor(() => expect(last(shop)).toMatchObject({ q: 'nowak', sort: '-total', page: '1' }));
  });

  it('turns pages, and says why it cannot turn further back', async () => {
    const user = userEvent.setup();
    openShop({
      'GET /admin/orders': ({ query }) => ({
        body: { items: [row(`TP-${query.page}`)], page: Number(query.page), pageSize: 25, total: 60 },
      }),
    });
    const app = openAdmin('/orders');
    await screen.findByRole('link', { name: 'TP-1' });
    expect(screen.getByRole('button', { name: 'Previous' })).toHaveAccessibleDescription('This is the first page.');
    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(await screen.findByRole('link', { name: 'TP-2' })).toBeVisible();
    expect(app.at()).toBe('/orders?page=2');
    expect(screen.getByText('26–50 of 60')).toBeVisible();
  });

  it('says that nothing fits and offers the way out', async () => {
    const user = userEvent.setup();
    openShop({ 'GET /admin/orders': listOf([]) });
    const app = openAdmin('/orders?q=zzz');
    await user.click(await screen.findByRole('button', { name: 'Remove the filters' }));
    await waitFor(() => expect(app.at()).toBe('/orders'));
    expect(await screen.findByText('No orders yet')).toBeVisible();
  });

  it('offers another try when it could not be loaded', async () => {
    const user = userEvent.setup();
    let broken = true;
    openShop({
      'GET /admin/orders': () => (broken ? { status: 500, body: { code: 'server.error', traceId: 't1' } } : listOf([row('TP-1')])),
    });
    openAdmin('/orders');
    expect(await screen.findByText('Trace t1')).toBeVisible();
    broken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'TP-1' })).toBeVisible();
  });

  it('exports every page of the list as it is filtered', async () => {
    const user = userEvent.setup();
    const shop = openShop({
      'GET /admin/orders': ({ query }) => ({
        body: { items: [row(`TP-${query.pageSize}-${query.page}`)], page: Number(query.page), pageSize: 1, total: 3 },
      }),
    });
    let file: Blob | undefined;
    URL.createObjectURL = (blob: Blob) => {
      file = blob;
      return 'blob:x';
    };
    URL.revokeObjectURL = () => undefined;
    HTMLAnchorElement.prototype.click = () => undefined;
    openAdmin('/orders?status=processing');
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: 'The whole list as CSV (3)' }));
    expect(await screen.findByText('Exported 3 orders')).toBeVisible();
    const lines = (await file?.text())?.trim().split('\r\n') ?? [];
    expect(lines.map((line) => line.split(',')[0]?.replace('\uFEFF', ''))).toEqual(['Order', 'TP-100-1', 'TP-100-2', 'TP-100-3']);
    expect(lines[1]).toBe('TP-100-1,2026-11-20T10:00:00Z,Ada Lindqvist,ada@example.com,To ship,Paid,2,49.20,USD');
    expect(shop.to('GET /admin/orders').every(({ query }) => query.status === 'processing')).toBe(true);
  });
});

describe('a range of days', () => {
  it('is said in words', () => {
    expect(dayRangeWords('2026-11-20', '2026-11-20')).toBe('Placed on Nov 20, 2026');
    expect(dayRangeWords('2026-11-20', '2026-11-21')).toBe('Placed Nov 20, 2026 – Nov 21, 2026');
    expect(dayRangeWords(undefined, undefined)).toBeNull();
  });
});
