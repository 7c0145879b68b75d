import type { ProductPrices, VariantPrice } from '@tradepost/api';
import { screen, within } from '@testing-library/react';
import { answerWith, renderPage, type Answer } from '../../testing/render.tsx';
import { product, settings, usd } from '../../testing/samples.ts';
import { leftWords, rangeWords, reached, stepsFor } from './price-steps.ts';
import { ProductPage } from './ProductPage.tsx';

const price = (over: Partial<VariantPrice> = {}): VariantPrice => ({
  id: 'v-Black',
  price: usd(9900),
  quantityPrices: [],
  groupPrices: [],
  ...over,
});
const pricesOf = (one: VariantPrice): Answer => ({
  body: { productId: 'p1', currency: 'USD', pricesIncludeTax: false, variants: [one] } satisfies ProductPrices,
});

function open(one: VariantPrice, more: Record<string, Answer> = {}) {
  const calls = answerWith({
    'GET /settings': { body: settings },
    'GET /categories': { body: [] },
    'GET /products/pebble': { body: product },
    'GET /products/p1/prices': pricesOf(one),
    ...more,
  });
  return { calls, ...renderPage(<ProductPage />, { path: '/p/:slug', at: '/p/pebble' }) };
}

describe('the price of a product', () => {
  it('names the lowest of the 30 days before a reduction', async () => {
    open(price({ price: usd(7900), compareAtPrice: usd(9900), lowest30Days: usd(8900) }));
    expect(await screen.findByText('Lowest price in the last 30 days:')).toHaveTextContent('$89.00');
    expect(screen.getAllByText('$79.00')[0]).toBeInTheDocument();
  });

  it('marks the quantity price that the chosen units reach', async () => {
    const { user } = open(price({ quantityPrices: [{ minQuantity: 2, price: usd(9000) }, { minQuantity: 3, price: usd(8500) }] }));
    const table = await screen.findByRole('table', { name: 'Buy more, pay less' });
    const row = () => within(table).getAllByRole('row').find((one) => one.getAttribute('aria-current'));
    expect(row()).toBeUndefined();
    await user.click(screen.getByRole('button', { name: 'One more' }));
    expect(row()).toHaveTextContent('2$90.00 each−9%');
    await user.click(screen.getByRole('button', { name: 'One more' }));
    expect(row()).toHaveTextContent('3 or more');
  });

  it('says what the customer’s own group pays', async () => {
    open(price({ quantityPrices: [{ minQuantity: 5, price: usd(9000) }], groupPrices: [{ minQuantity: 1, price: usd(8000) }] }));
    expect(await screen.findByText('Your price: $80.00 each')).toBeInTheDocument();
    expect(screen.getByRole('table', { name: 'Your prices' })).toBeInTheDocument();
  });

  it('counts down to its planned end and then asks for the new price', async () => {
    const end = new Date(Date.now() + 1500).toISOString();
    const { calls } = open(price({ price: usd(7900), compareAtPrice: usd(9900), planEndsAt: end }));
    expect(await screen.findByText(/^Ends in 00:00:0/)).toBeInTheDocument();
    await vi.waitFor(() => expect(screen.queryByText(/^Ends in/)).not.toBeInTheDocument(), { timeout: 4000 });
    await vi.waitFor(() => expect(calls.filter((call) => call.url.pathname.endsWith('/prices')).length).toBeGreaterThan(1));
  });

  it('is asked for in the currency that was chosen', async () => {
    localStorage.setItem('tradepost.currency', '"EUR"');
    const { calls } = open(price());
    await screen.findByRole('heading', { level: 1 });
    const asked = (end: string) => calls.find((call) => call.url.pathname.endsWith(end))?.url.searchParams.get('currency');
    await vi.waitFor(() => expect(asked('/prices')).toBe('EUR'));
    expect(asked('/products/pebble')).toBe('EUR');
  });
});

describe('steps', () => {
  const steps = [
    { minQuantity: 1, price: usd(9) },
    { minQuantity: 5, price: usd(8) },
    { minQuantity: 6, price: usd(7) },
  ];

  it('are reached from their quantity on', () => {
    expect(reached(steps, 4)?.price).toEqual(usd(9));
    expect(reached(steps, 5)?.price).toEqual(usd(8));
    expect(reached(steps, 99)?.price).toEqual(usd(7));
    expect(reached([], 5)).toBeUndefined();
  });

  it('are told in words', () => {
    expect(steps.map((_, index) => rangeWords(steps, index))).toEqual(['1–4', '5', '6 or more']);
    expect(rangeWords(steps.slice(0, 1), 0)).toBe('Any number');
  });

  it('of a group come before everybody’s', () => {
    expect(stepsFor(price({ quantityPrices: steps, groupPrices: steps.slice(0, 1) }))).toHaveLength(1);
    expect(stepsFor(price({ quantityPrices: steps }))).toBe(steps);
  });
});

describe('what is left', () => {
  it.each([
    [0, '00:00:00'],
    [999, '00:00:01'],
    [3_661_000, '01:01:01'],
    [90_000_000, '1 d 1 h'],
  ])('of %s ms is %s', (milliseconds, words) => expect(leftWords(milliseconds)).toBe(words));
});
