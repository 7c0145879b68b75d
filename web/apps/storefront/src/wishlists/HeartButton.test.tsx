import { endSession, startSession } from '@tradepost/api';
import { act, screen, waitFor } from '@testing-library/react';
import { answerWith, renderPage } from '../testing/render.tsx';
import { HeartButton } from './HeartButton.tsx';
import { PendingWish } from './PendingWish.tsx';
import { WishlistLink } from './WishlistLink.tsx';

const user = { id: 'u1', email: 'ada@example.org', firstName: 'Ada', roles: ['customer'], emailConfirmed: true };
const enter = () => startSession({ accessToken: 'a', expiresIn: 900, user });
const wish = { productId: 'p1', name: 'Pebble earbuds' };
const item = { id: 'i1', wishlistId: 'w1', productId: 'p1', variantId: 'v1', name: 'Pebble earbuds' };
const mark = { itemId: 'i1', productId: 'p1', variantId: 'v1' };
const marks = (...items: object[]) => ({ defaultId: 'w1', total: items.length, items });
const page = (
  <>
    <WishlistLink />
    <HeartButton wish={wish} />
    <PendingWish />
  </>
);
const heart = () => screen.findByRole('button', { name: 'Pebble earbuds on your wishlist' });

afterEach(() => act(() => endSession()));

describe('a heart', () => {
  it('fills when the product is put on the list, and the header counts it', async () => {
    enter();
    let there = marks();
    const calls = answerWith({
      'GET /wishlists/marks': () => ({ body: there }),
      'POST /wishlists/default/items': () => {
        there = marks(mark);
        return { status: 201, body: item };
      },
    });
    const { user: person } = renderPage(page);
    expect(await heart()).toHaveAttribute('aria-pressed', 'false');
    await person.click(await heart());
    await waitFor(async () => expect(await heart()).toHaveAttribute('aria-pressed', 'true'));
    expect(calls.find((call) => call.method === 'POST')?.body).toEqual({ productId: 'p1' });
    expect(await screen.findByText('Pebble earbuds is on your wishlist.')).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: 'Wishlists, 1 item' })).toBeInTheDocument();
  });

  it('empties when it is pressed again, and that can be undone', async () => {
    enter();
    let there = marks(mark);
    const calls = answerWith({
      'GET /wishlists/marks': () => ({ body: there }),
      'DELETE /wishlists/w1/items/i1': () => {
        there = marks();
        return { status: 200 };
      },
      'POST /wishlists/default/items': () => {
        there = marks(mark);
        return { status: 201, body: item };
      },
    });
    const { user: person } = renderPage(page);
    await waitFor(async () => expect(await heart()).toHaveAttribute('aria-pressed', 'true'));
    await person.click(await heart());
    await waitFor(async () => expect(await heart()).toHaveAttribute('aria-pressed', 'false'));
    await person.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await heart()).toHaveAttribute('aria-pressed', 'true'));
    expect(calls.map((call) => call.method)).toContain('DELETE');
  });

  it('sends a guest to sign in and keeps the wish until then, once', async () => {
    const calls = answerWith({
      'POST /wishlists/default/items': { status: 201, body: item },
      'GET /wishlists/marks': { body: marks(mark) },
    });
    const { user: person, address, router } = renderPage(page, { others: [{ path: '/sign-in', element: page }] });
    await person.click(await heart());
    await waitFor(() => expect(address()).toBe('/sign-in?next=%2F'));
    expect(calls).toHaveLength(0);
    act(enter);
    expect(await screen.findByText('Pebble earbuds is on your wishlist.')).toBeInTheDocument();
    await act(() => router.navigate('/'));
    expect(calls.filter((call) => call.method === 'POST')).toHaveLength(1);
  });

  it('fills after signing in also when the list was read before the wish was on it and answers after', async () => {
    let first: (() => void) | undefined;
    let there = marks();
    answerWith({
      'GET /wishlists/marks': () => {
        const seen = { body: there };
        return first ? seen : new Promise((answer) => (first = () => answer(seen)));
      },
      'POST /wishlists/default/items': () => {
        there = marks(mark);
        return { status: 201, body: item };
      },
    });
    const { user: person } = renderPage(page, { others: [{ path: '/sign-in', element: page }] });
    await person.click(await heart());
    act(enter);
    await waitFor(() => expect(first).toBeDefined());
    await waitFor(() => expect(there.total).toBe(1));
    await act(() => new Promise((done) => setTimeout(done, 50)));
    act(() => first?.());
    await waitFor(async () => expect(await heart()).toHaveAttribute('aria-pressed', 'true'));
  });

  it('says why when the list is full', async () => {
    enter();
    answerWith({
      'GET /wishlists/marks': { body: marks() },
      'POST /wishlists/default/items': { status: 409, body: { code: 'wishlists.full', title: 'Full' } },
    });
    const { user: person } = renderPage(page);
    await person.click(await heart());
    expect(await screen.findByText(/This wishlist is full/)).toBeInTheDocument();
    expect(await heart()).toHaveAttribute('aria-pressed', 'false');
  });
});
