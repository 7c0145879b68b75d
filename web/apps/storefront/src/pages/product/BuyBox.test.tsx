import { screen } from '@testing-library/react';
import { cart, product, settings } from '../../testing/samples.ts';
import { answerWith, renderPage } from '../../testing/render.tsx';
import { ProductPage } from './ProductPage.tsx';

const open = (at = '/p/pebble') => renderPage(<ProductPage />, { path: '/p/:slug', at });
const shop = { 'GET /settings': { body: settings }, 'GET /categories': { body: [] }, 'GET /products/pebble': { body: product } };

describe('a product page', () => {
  it('marks what has sold out, and still lets it be looked at', async () => {
    answerWith(shop);
    const { user, address } = open();
    expect(await screen.findByRole('radio', { name: 'Black' })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: 'Sage, out of stock' }));
    expect(address()).toBe('/p/pebble?variant=SKU-Sage');
    expect(screen.getByRole('button', { name: 'Out of stock' })).toBeDisabled();
    expect(screen.getByText('$109.00')).toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'Black' }));
    expect(screen.getAllByRole('button', { name: 'Add to cart' })[0]).toBeEnabled();
  });

  it('starts with the variant that the address names', async () => {
    answerWith(shop);
    open('/p/pebble?variant=SKU-Sage');
    expect(await screen.findByRole('radio', { name: 'Sage, out of stock' })).toBeChecked();
  });

  it('puts the chosen variant and quantity into a new cart', async () => {
    const calls = answerWith({
      ...shop,
      'POST /carts': { status: 201, body: { ...cart, lines: [] } },
      'POST /carts/cart-1/lines': { body: cart },
    });
    const { user } = open();
    await screen.findByRole('radio', { name: 'Black' });
    await user.click(screen.getByRole('button', { name: 'One more' }));
    await user.click(screen.getAllByRole('button', { name: 'Add to cart' })[0]!);
    await vi.waitFor(() => expect(calls.at(-1)?.body).toEqual({ productId: 'p1', variantId: 'v-Black', quantity: 2 }));
    expect(localStorage.getItem('tradepost.cart')).toBe('"cart-1"');
  });

  it('does not count beyond what is there, and says when somebody was faster', async () => {
    answerWith({
      ...shop,
      'POST /carts': { status: 201, body: { ...cart, lines: [] } },
      'POST /carts/cart-1/lines': { status: 409, body: { code: 'inventory.insufficient', available: 1 } },
    });
    const { user } = open();
    await screen.findByRole('radio', { name: 'Black' });
    const more = screen.getByRole('button', { name: 'One more' });
    await user.click(more);
    await user.click(more);
    expect(more).toBeDisabled();
    await user.click(screen.getAllByRole('button', { name: 'Add to cart' })[0]!);
    expect(await screen.findByRole('alert')).toHaveTextContent('Only 1 left');
  });

  it('shows markup in a description as the text it is', async () => {
    answerWith(shop);
    open();
    expect(await screen.findByText('<b>Light.</b>')).toBeInTheDocument();
  });

  it('says that an unknown product is not here', async () => {
    answerWith({ 'GET /settings': { body: settings } });
    open();
    expect(await screen.findByRole('heading', { level: 1, name: 'This product is not here' })).toBeInTheDocument();
  });
});
