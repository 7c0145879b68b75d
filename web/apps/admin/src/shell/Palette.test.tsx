import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAdmin } from '../test/render.tsx';
import { usd } from '../test/samples.ts';
import { listOf, openShop } from '../test/shop.ts';

const order = {
  id: 'o9',
  number: 'TP-1009',
  status: 'processing',
  paymentStatus: 'paid',
  placedAt: '2026-11-20T10:00:00Z',
  total: usd(4920),
  itemCount: 1,
  imageUrls: [],
  email: 'a@b.c',
  customerName: 'Ada',
};

describe('the command palette', () => {
  it('opens with Ctrl K and leads to a page with the keyboard alone', async () => {
    const user = userEvent.setup();
    openShop({});
    const app = openAdmin('/nowhere');
    await screen.findByRole('heading', { name: 'Not found' });
    await user.keyboard('{Control>}k{/Control}');
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Search' })).toHaveFocus());
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent('Orders');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(app.at()).toBe('/orders'));
    expect(screen.queryByRole('combobox', { name: 'Search' })).toBeNull();
  });

  it('finds orders and products as well as pages', async () => {
    const user = userEvent.setup();
    const shop = openShop({ 'GET /admin/orders': listOf([order]), 'GET /admin/products': listOf([]) });
    const app = openAdmin('/nowhere');
    await user.click(await screen.findByRole('button', { name: 'Search' }));
    await user.type(await screen.findByRole('combobox', { name: 'Search' }), 'tp-1009');
    await user.click(await screen.findByRole('option', { name: /TP-1009/ }));
    await waitFor(() => expect(app.at()).toBe('/orders/o9'));
    expect(shop.to('GET /admin/products')[0]?.query.q).toBe('tp-1009');
  });

  it('says when nothing is found', async () => {
    const user = userEvent.setup();
    openShop({ 'GET /admin/orders': listOf([]), 'GET /admin/products': listOf([]) });
    openAdmin('/nowhere');
    await user.click(await screen.findByRole('button', { name: 'Search' }));
    await user.type(await screen.findByRole('combobox', { name: 'Search' }), 'zzz');
    expect(await screen.findByText('Nothing found for “zzz”.')).toBeVisible();
  });
});

describe('the slash key', () => {
  it('goes to the search of the list', async () => {
    const user = userEvent.setup();
    openShop({ 'GET /admin/orders': listOf([order]) });
    openAdmin('/orders');
    await screen.findByRole('link', { name: 'TP-1009' });
    await user.keyboard('/');
    expect(screen.getByLabelText('Search orders')).toHaveFocus();
    expect(screen.getByLabelText('Search orders')).toHaveValue('');
  });
});
