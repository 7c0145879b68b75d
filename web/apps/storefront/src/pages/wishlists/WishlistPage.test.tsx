import { endSession, startSession, type WishlistItem } from '@tradepost/api';
import { act, screen, waitFor, within } from '@testing-library/react';
import { answerWith, renderPage, type Answer } from '../../testing/render.tsx';
import { cart, usd } from '../../testing/samples.ts';
import { MailsOffPage } from './MailsOffPage.tsx';
import { SharedPage } from './SharedPage.tsx';
import { WishlistPage } from './WishlistPage.tsx';
import { WishlistsPage } from './WishlistsPage.tsx';

const list = {
  id: 'w1', name: 'Birthday', isDefault: true, notify: true, shared: false, itemCount: 3, createdAt: '', updatedAt: '', pictures: [],
};
const wished = (id: string, more: Partial<WishlistItem> = {}): WishlistItem => ({
  id, wishlistId: 'w1', productId: `p-${id}`, variantId: `v-${id}`, sku: `S-${id}`, slug: id, name: `Thing ${id}`, options: {},
  price: usd(8000), addedPrice: usd(10000), status: 'available', available: 9, addedAt: '', notices: [], ...more,
});
const items = [
  wished('cheaper', { notices: [{ code: 'priceDrop', message: 'Down.', from: usd(10000), to: usd(8000) }] }),
  wished('out', { status: 'outOfStock', available: 0 }),
  wished('gone', { status: 'unavailable', available: 0, notices: [{ code: 'unavailable', message: 'This is no longer sold.' }] }),
];
const whole = { ...list, items, page: 1, pageSize: 24, total: 3 };
const all = { items: [list, { ...list, id: 'w2', name: 'Home', isDefault: false }], page: 1, pageSize: 50, total: 2 };

const others = [{ path: '*', element: <p>elsewhere</p> }];

function open(routes: Parameters<typeof answerWith>[0] = {}) {
  const calls = answerWith({ 'GET /wishlists/w1': { body: whole }, 'GET /wishlists': { body: all }, ...routes });
  return { calls, ...renderPage(<WishlistPage />, { path: '/account/wishlists/:id', at: '/account/wishlists/w1', others }) };
}
const cardOf = async (name: string) => (await screen.findByRole('heading', { name })).closest('article')!;

beforeEach(() =>
  startSession({ accessToken: 'a', expiresIn: 900, user: { id: 'u', email: 'a@b.de', roles: [], emailConfirmed: false } }));
afterEach(() => act(() => endSession()));

describe('a wishlist', () => {
  it('says what changed and what can still be bought', async () => {
    open();
    expect(within(await cardOf('Thing cheaper')).getByText('Was $100.00 when you added it')).toBeInTheDocument();
    expect(within(await cardOf('Thing out')).getByRole('button', { name: 'Out of stock' })).toBeDisabled();
    expect(within(await cardOf('Thing out')).getByText('We mail you when it is back.')).toBeInTheDocument();
    const gone = within(await cardOf('Thing gone'));
    expect(gone.getByText('This is no longer sold.')).toBeInTheDocument();
    expect(gone.queryByText('$80.00')).not.toBeInTheDocument();
    expect(gone.queryByRole('link')).not.toBeInTheDocument();
    expect(screen.getByText(/Confirm your e-mail address first/)).toBeInTheDocument();
  });

  it('moves a thing into the cart, which is made when there is none', async () => {
    const { calls, user } = open({
      'POST /carts': { status: 201, body: { ...cart, lines: [] } },
      'POST /wishlists/w1/items/cheaper/move-to-cart': { body: cart },
    });
    await user.click(await screen.findByRole('button', { name: 'Move Thing cheaper to cart' }));
    await waitFor(() => expect(calls.find((call) => call.url.pathname.endsWith('move-to-cart'))?.body).toEqual({ cartId: 'cart-1' }));
    await waitFor(() => expect(calls.filter((call) => call.url.pathname.endsWith('/wishlists/w1')).length).toBeGreaterThan(1));
  });

  it('says why a thing could not be moved', async () => {
    localStorage.setItem('tradepost.cart', '"cart-1"');
    const { user } = open({
      'GET /carts/cart-1': { body: cart },
      'POST /wishlists/w1/items/cheaper/move-to-cart': {
        status: 409, body: { code: 'inventory.insufficient', title: 'x', available: 0 },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Move Thing cheaper to cart' }));
    expect(await screen.findByText('This has just sold out.')).toBeInTheDocument();
  });

  it('takes a thing off, and Undo puts it back', async () => {
    const { calls, user } = open({
      'DELETE /wishlists/w1/items/cheaper': { status: 200 },
      'POST /wishlists/w1/items': { status: 201, body: items[0] },
    });
    await user.click(await screen.findByRole('button', { name: 'Take Thing cheaper off the list' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(calls.find((call) => call.method === 'POST')?.body).toEqual({ productId: 'p-cheaper', variantId: 'v-cheaper' }));
  });

  it('moves everything that can be bought and says what stayed', async () => {
    localStorage.setItem('tradepost.cart', '"cart-1"');
    const { user } = open({
      'GET /carts/cart-1': { body: cart },
      'POST /wishlists/w1/move-to-cart': { body: { cart, moved: 1, left: [{ itemId: 'out', code: 'inventory.insufficient' }] } },
    });
    await user.click(await screen.findByRole('button', { name: 'Move all to cart' }));
    expect(await screen.findByText(/1 thing went into your cart\. 1 thing can’t be bought/)).toBeInTheDocument();
  });

  it('is shared by a link that is shown once, and taken back', async () => {
    const answers: Answer[] = [{ body: whole }, { body: { ...whole, shared: true } }, { body: whole }];
    const { user } = open({
      'GET /wishlists/w1': () => answers.shift() ?? { body: whole },
      'POST /wishlists/w1/share': { body: { url: 'https://shop.example/wishlists/shared/abc' } },
      'DELETE /wishlists/w1/share': { status: 200 },
    });
    await user.click(await screen.findByRole('button', { name: 'Share' }));
    await user.click(await screen.findByRole('button', { name: 'Make a link' }));
    expect(await screen.findByLabelText('Link to the list')).toHaveValue('https://shop.example/wishlists/shared/abc');
    await user.click(await screen.findByRole('button', { name: 'Stop sharing' }));
    expect(await screen.findByText('The link does not work any more.')).toBeInTheDocument();
    expect(screen.queryByLabelText('Link to the list')).not.toBeInTheDocument();
  });

  it('asks before it deletes, and says what goes', async () => {
    const { calls, user } = open({ 'DELETE /wishlists/w1': { status: 200 } });
    await user.click(await screen.findByRole('button', { name: 'More for this list' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete list' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    expect(dialog.getByText(/3 things on it will be forgotten/)).toBeInTheDocument();
    expect(calls.some((call) => call.method === 'DELETE')).toBe(false);
    await user.click(dialog.getByRole('button', { name: 'Delete list' }));
    await waitFor(() => expect(calls.some((call) => call.method === 'DELETE')).toBe(true));
  });

  it('that is not there says so', async () => {
    open({ 'GET /wishlists/w1': { status: 404, body: { code: 'wishlists.not_found' } } });
    expect(await screen.findByText('This wishlist is not here')).toBeInTheDocument();
  });
});

describe('the lists', () => {
  it('can be empty, and a first one is made', async () => {
    const calls = answerWith({
      'GET /wishlists': { body: { ...all, items: [], total: 0 } },
      'POST /wishlists': { status: 201, body: list },
    });
    const { user } = renderPage(<WishlistsPage />, { path: '/account/wishlists', others: [{ path: '*', element: <p>list</p> }] });
    await user.click(await screen.findByRole('button', { name: 'New list' }));
    await user.click(await screen.findByRole('button', { name: 'Make list' }));
    expect(screen.getByText('Give the list a name.')).toBeInTheDocument();
    await user.type(screen.getByLabelText('Name'), ' Birthday ');
    await user.click(screen.getByRole('button', { name: 'Make list' }));
    await waitFor(() => expect(calls.find((call) => call.method === 'POST')?.body).toEqual({ name: 'Birthday' }));
  });
});

describe('what links open', () => {
  it('shows a shared list without anything to change on it', async () => {
    const shared = { ...items[0], name: 'Thing', status: 'unavailable', price: null };
    answerWith({
      'GET /shared-wishlists/abc': {
        body: { name: 'Birthday', ownerFirstName: 'June', items: [shared, items[1]], page: 1, pageSize: 24, total: 2 },
      },
    });
    renderPage(<SharedPage />, { path: '/wishlists/shared/:token', at: '/wishlists/shared/abc' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Birthday' })).toBeInTheDocument();
    expect(screen.getByText('June’s wishlist')).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(screen.getByText('No longer sold')).toBeInTheDocument();
    expect(document.querySelector('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  });

  it('tells when the list is not shared any more', async () => {
    answerWith({ 'GET /shared-wishlists/abc': { status: 404, body: { code: 'wishlists.link_invalid' } } });
    renderPage(<SharedPage />, { path: '/wishlists/shared/:token', at: '/wishlists/shared/abc' });
    expect(await screen.findByText('This list is not shared any more')).toBeInTheDocument();
  });

  it('switches mails off when asked to, not by being opened', async () => {
    const calls = answerWith({ 'POST /wishlist-news/off': { status: 200 } });
    const { user } = renderPage(<MailsOffPage />, { path: '/wishlists/mails-off', at: '/wishlists/mails-off#token=k3y' });
    expect(calls.some((call) => call.method === 'POST')).toBe(false);
    await user.click(await screen.findByRole('button', { name: 'Switch these mails off' }));
    expect(await screen.findByText('They are switched off')).toBeInTheDocument();
    expect(calls.find((call) => call.method === 'POST')?.body).toEqual({ token: 'k3y' });
  });
});
