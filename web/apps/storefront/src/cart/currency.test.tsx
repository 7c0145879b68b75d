import { screen } from '@testing-library/react';
import { chooseCurrency, chosenCurrency } from '../app/currency.ts';
import { CurrencySwitch } from '../layout/CurrencySwitch.tsx';
import { ProductPage } from '../pages/product/ProductPage.tsx';
import { answerWith, renderPage, type Answer } from '../testing/render.tsx';
import { cart, product, settings } from '../testing/samples.ts';

const several = { ...settings, currencies: ['USD', 'EUR'] };
const shop = (over: Record<string, Answer> = {}) => ({
  'GET /settings': { body: several },
  'GET /categories': { body: [] },
  'GET /products/pebble': { body: product },
  'GET /carts/cart-1': { body: cart },
  'POST /carts/cart-1/lines': { body: { ...cart, currency: 'EUR' } },
  'PUT /carts/cart-1/currency': { body: { ...cart, currency: 'EUR' } },
  ...over,
});

describe('the currency', () => {
  it('is remembered, and the page begins anew only when it changes', () => {
    const reload = vi.fn();
    chooseCurrency('EUR', reload);
    chooseCurrency('EUR', reload);
    expect(chosenCurrency()).toBe('EUR');
    expect(reload).toHaveBeenCalledTimes(1);
    localStorage.setItem('tradepost.currency', '"<b>"');
    expect(chosenCurrency()).toBeUndefined();
  });

  it('is offered only where there is a choice', async () => {
    answerWith({ 'GET /settings': { body: settings } });
    const { client } = renderPage(<CurrencySwitch />);
    await vi.waitFor(() => expect(client.getQueryData(['settings'])).toBeDefined());
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
  });

  it('can be chosen by name', async () => {
    localStorage.setItem('tradepost.currency', '"EUR"');
    answerWith(shop());
    renderPage(<CurrencySwitch />);
    expect(await screen.findByRole('combobox', { name: 'Currency' })).toHaveValue('EUR');
    expect(screen.getByRole('option', { name: 'US Dollar (USD)' })).toBeInTheDocument();
  });
});

describe('a cart in another currency', () => {
  const fill = async () => {
    localStorage.setItem('tradepost.cart', '"cart-1"');
    localStorage.setItem('tradepost.currency', '"EUR"');
    const calls = answerWith(shop());
    const { user, client } = renderPage(<><CurrencySwitch /><ProductPage /></>, { path: '/p/:slug', at: '/p/pebble' });
    await screen.findByRole('radio', { name: 'Black' });
    await vi.waitFor(() => expect(client.getQueryData(['cart', 'cart-1'])).toBeDefined());
    await user.click(screen.getAllByRole('button', { name: 'Add to cart' })[0]!);
    return { calls, user };
  };

  it('is switched when the shopper says so, and then takes the line', async () => {
    const { calls, user } = await fill();
    await user.click(await screen.findByRole('button', { name: 'Switch the cart to EUR' }));
    await vi.waitFor(() => expect(calls.some((call) => call.url.pathname.endsWith('/lines'))).toBe(true));
    expect(calls.find((call) => call.method === 'PUT')?.body).toEqual({ currency: 'EUR' });
  });

  it('stays as it is when the shopper would rather not', async () => {
    const { calls, user } = await fill();
    vi.spyOn(console, 'error').mockImplementation(() => undefined); // jsdom can't load a page anew
    await user.click(await screen.findByRole('button', { name: 'Keep it in USD' }));
    await vi.waitFor(() => expect(chosenCurrency()).toBeUndefined());
    expect(calls.some((call) => call.method !== 'GET')).toBe(false);
  });
});
