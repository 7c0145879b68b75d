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
    const tab = screen.getAllByRole('link', { name: 'To ship' }).find((link) => link.getAttribute('href')?.includes('status='));
    expect(tab).toHaveAttribute('aria-current', 'page');
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

  it('lets the shop export the list as it is filtered', async () => {
    const user = userEvent.setup();
    const shop = openShop({
      'GET /admin/orders': listOf([row('TP-1')]),
      'GET /admin/orders/export': { body: 'number,placed' },
    });
    URL.createObjectURL = () => 'blob:x';
    URL.revokeObjectURL = () => undefined;
    HTMLAnchorElement.prototype.click = () => undefined;
    openAdmin('/orders?status=processing&tag=vip');
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: 'The whole list as CSV' }));
    expect(await screen.findByText('Exported the list')).toBeVisible();
    expect(shop.to('GET /admin/orders/export').at(-1)?.query).toEqual({ status: 'processing', tag: 'vip' });
  });

  it('tags several orders at once, chosen by key too', async () => {
    const user = userEvent.setup();
    const shop = openShop({
      'GET /admin/orders': listOf([row('TP-1'), row('TP-2')]),
      'POST /admin/orders/tags': { body: { changed: 2 } },
    });
    openAdmin('/orders');
    (await screen.findByRole('link', { name: 'TP-1' })).focus();
    await user.keyboard('x');
    await user.click(screen.getByRole('checkbox', { name: 'Choose order TP-2' }));
    expect(screen.getByText('2 orders chosen')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Tag' }));
    await user.type(await screen.findByLabelText('Tags', { selector: 'input:not([type=hidden])' }), 'vip{Enter}');
    await user.click(screen.getByRole('button', { name: 'Put on' }));
    expect(await screen.findByText('Tagged 2 orders')).toBeVisible();
    expect(shop.to('POST /admin/orders/tags').at(-1)?.body).toEqual({ orderIds: ['TP-1', 'TP-2'], add: ['vip'] });
  });

  it('keeps the filters as a view of its own', async () => {
    const user = userEvent.setup();
    const shop = openShop({
      'GET /admin/orders': listOf([row('TP-1')]),
      'GET /admin/order-views': {
        body: { items: [{ id: 'v1', name: 'Big ones', filter: 'minTotal=500', shared: true, own: false, by: 'x@example.com' }] },
      },
      'POST /admin/order-views': { body: { id: 'v2', name: 'Mine', filter: 'status=processing', shared: false, own: true, by: 'me' } },
    });
    openAdmin('/orders?status=processing&page=2');
    expect(await screen.findByRole('link', { name: 'Big ones' })).toHaveAttribute('href', '/orders?minTotal=500');
    await user.click(screen.getByRole('button', { name: 'Save this view' }));
    await user.type(await screen.findByLabelText('Name'), 'Mine');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(shop.to('POST /admin/order-views').at(-1)?.body).toEqual({ name: 'Mine', filter: 'status=processing', shared: false }),
    );
  });
});

describe('a range of days', () => {
  it('is said in words', () => {
    expect(dayRangeWords('2026-11-20', '2026-11-20')).toBe('Placed on Nov 20, 2026');
    expect(dayRangeWords('2026-11-20', '2026-11-21')).toBe('Placed Nov 20, 2026 – Nov 21, 2026');
    expect(dayRangeWords(undefined, undefined)).toBeNull();
  });
});
