import type { AdminPrices, PricePlan } from '@tradepost/api';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAdmin } from '../../test/render.tsx';
import { usd } from '../../test/samples.ts';
import { listOf, openShop, type Routes } from '../../test/shop.ts';
import { blankPlan, planOf, planProblem } from './planDraft.ts';
import { outcomeWords, windowWords } from './planWords.ts';
import { stepsOf } from './steps.ts';

const eur = (minor: number) => ({ minor, currency: 'EUR' });

const plan: PricePlan = {
  id: 'plan1',
  name: 'Black Friday',
  productId: 'p1',
  productName: 'Atlas 14',
  variantId: 'v1',
  sku: 'AT-14',
  options: {},
  price: usd(99900),
  startsAt: '2026-11-27T00:00:00Z',
  endsAt: '2026-11-30T00:00:00Z',
  state: 'running',
  inEffect: true,
  priceBefore: usd(129900),
  currentPrice: usd(99900),
  createdBy: 'robin@tradepost.test',
  createdAt: '2026-11-20T10:00:00Z',
};

const prices: AdminPrices = {
  id: 'p1',
  slug: 'atlas-14',
  name: 'Atlas 14',
  currency: 'USD',
  otherCurrencies: ['EUR', 'JPY'],
  variants: [
    {
      id: 'v1',
      sku: 'AT-14',
      options: {},
      price: usd(99900),
      compareAtPrice: usd(129900),
      cost: usd(70000),
      lowest30Days: usd(119900),
      otherPrices: [{ price: eur(89900) }],
      openPlans: [plan],
    },
  ],
};

const settings = { body: { shopName: 'Tradepost', currency: 'USD', pricesIncludeTax: false, countries: [] } };
const shopWith = (over: Routes = {}): Routes => ({
  'GET /settings': settings,
  'GET /admin/orders/summary': { status: 404, body: {} },
  'GET /admin/price-plans': listOf([plan]),
  'GET /admin/products/p1/prices': { body: prices, headers: { ETag: '"3"' } },
  'GET /admin/variants/v1/price-history': listOf([
    { validFrom: '2026-11-27T00:00:00Z', price: usd(99900), compareAtPrice: usd(129900) },
    { validFrom: '2026-10-01T00:00:00Z', price: usd(129900) },
  ]),
  'GET /admin/special-prices': listOf([]),
  ...over,
});

describe('planned prices', () => {
  it('are listed with what they are for, and a running one can be ended now', async () => {
    const shop = openShop(
      shopWith({ 'POST /admin/price-plans/plan1/cancellation': { body: { ...plan, state: 'cancelled', outcome: 'restored',
          currentPrice: usd(129900) } } }),
    );
    openAdmin('/prices');
    expect(await screen.findByRole('link', { name: 'Atlas 14' })).toHaveAttribute('href', '/products/p1/prices');
    await userEvent.click(screen.getByRole('button', { name: 'Call off the plan for AT-14' }));
    expect(await screen.findByText('Atlas 14 costs $1,299.00 again.')).toBeInTheDocument();
    expect(shop.to('POST /admin/price-plans/plan1/cancellation')).toHaveLength(1);
  });

  it('say what went wrong in the dialog and keep what was typed', async () => {
    const shop = openShop(shopWith({ 'POST /admin/price-plans': { status: 409, body: { code: 'catalog.plan_overlap' } } }));
    openAdmin('/products/p1/prices');
    await userEvent.click(await screen.findByRole('button', { name: 'Plan a price' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Percent off' }), '15');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Plan it' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Another price is planned');
    expect(within(dialog).getByRole('textbox', { name: 'Percent off' })).toHaveValue('15');
    expect(shop.to('POST /admin/price-plans')[0]?.body).toMatchObject({ variantIds: ['v1'], percentOff: '15', endsAt: null });
  });

  it('are checked before they are sent', () => {
    const now = new Date('2026-11-21T10:00:00Z');
    const sound = { ...blankPlan, productIds: ['p1'], percent: '10' };
    expect(planProblem(sound, 'USD', now)).toBeNull();
    expect(planProblem({ ...sound, productIds: [] }, 'USD', now)).toBe('Choose what it is for.');
    expect(planProblem({ ...sound, percent: '0' }, 'USD', now)).not.toBeNull();
    expect(planProblem({ ...sound, kind: 'price', price: '5.5' }, 'JPY', now)).not.toBeNull();
    expect(planProblem({ ...sound, startsAt: '2026-11-01T10:00' }, 'USD', now)).toContain('past');
    expect(planProblem({ ...sound, startsAt: '2027-01-02T10:00', endsAt: '2027-01-01T10:00' }, 'USD', now)).toContain('after');
    expect(planOf({ ...sound, kind: 'price', price: '5.5' }, 'USD')).toMatchObject({ price: usd(550), startsAt: null });
  });

  it('say what became of them', () => {
    expect(windowWords({ startsAt: plan.startsAt, endsAt: null })).toMatch(/^From .+, for good$/);
    expect(outcomeWords({ ...plan, state: 'ended', outcome: 'restored' })).toBe('Put back to $1,299.00');
    expect(outcomeWords({ ...plan, state: 'ended', outcome: 'kept' })).toContain('the edit stands');
    expect(outcomeWords({ ...plan, inEffect: false })).toContain('Overtaken');
    expect(outcomeWords(plan)).toBeNull();
  });
});

describe('a product’s prices', () => {
  it('show the price now, before, its cost and the lowest before the reduction', async () => {
    openShop(shopWith());
    openAdmin('/products/p1/prices');
    const now = await screen.findByRole('table', { name: 'Prices now' });
    expect(within(now).getByText('Planned price: Black Friday')).toBeInTheDocument();
    for (const amount of ['$999.00', '$1,299.00', '$700.00', '$1,199.00']) expect(within(now).getByText(amount)).toBeInTheDocument();
    expect(await screen.findByRole('img', { name: /2 prices, now \$999\.00/ })).toBeInTheDocument();
  });

  it('in other currencies are set together, each in the form of its currency, by their version', async () => {
    const shop = openShop(shopWith({ 'PUT /admin/products/p1/currency-prices': { body: prices } }));
    openAdmin('/products/p1/prices');
    const yen = await screen.findByRole('textbox', { name: 'JPY price of AT-14' });
    await userEvent.type(yen, '150000.5');
    expect(screen.getByText('Enter an amount in JPY, like 5.90.')).toBeInTheDocument();
    await userEvent.clear(yen);
    await userEvent.type(yen, '150000');
    await userEvent.click(screen.getByRole('button', { name: 'Save the prices' }));
    await vi.waitFor(() => expect(shop.to('PUT /admin/products/p1/currency-prices')).toHaveLength(1));
    const sent = shop.to('PUT /admin/products/p1/currency-prices')[0];
    expect(sent?.headers.get('If-Match')).toBe('"3"');
    expect(sent?.body).toEqual({
      prices: [
        { variantId: 'v1', price: eur(89900), compareAtPrice: null },
        { variantId: 'v1', price: { minor: 150000, currency: 'JPY' }, compareAtPrice: null },
      ],
    });
  });

  it('for quantities and groups are added in a dialog', async () => {
    const shop = openShop(shopWith({ 'PUT /admin/special-prices': { body: { prices: [] } } }));
    openAdmin('/products/p1/prices');
    await userEvent.click(await screen.findByRole('button', { name: 'Add a special price' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Price for one' }), '899');
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Customer group' }), 'trade');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await vi.waitFor(() => expect(shop.to('PUT /admin/special-prices')).toHaveLength(1));
    expect(shop.to('PUT /admin/special-prices')[0]?.body).toEqual({
      prices: [{ variantId: 'v1', minQuantity: 1, price: usd(89900), customerGroup: 'trade', startsAt: null, endsAt: null }],
    });
  });

  it('of a product that is not there say so', async () => {
    openShop({ 'GET /settings': settings });
    openAdmin('/products/p9/prices');
    expect(await screen.findByText('There is no product with this id')).toBeInTheDocument();
  });
});

describe('the line of a history', () => {
  it('runs in steps to today and breaks where there was no price', () => {
    const day = (text: string) => new Date(text).getTime();
    const { first, price, was } = stepsOf(
      [
        { validFrom: '2026-03-01', price: usd(3), compareAtPrice: usd(5) },
        { validFrom: '2026-02-01' },
        { validFrom: '2026-01-01', price: usd(4) },
      ],
      new Date('2026-04-01'),
    );
    expect(first).toBe(day('2026-01-01'));
    expect(price).toEqual([
      [
        { at: day('2026-01-01'), minor: 4 },
        { at: day('2026-02-01'), minor: 4 },
      ],
      [
        { at: day('2026-03-01'), minor: 3 },
        { at: day('2026-04-01'), minor: 3 },
      ],
    ]);
    expect(was).toHaveLength(1);
  });
});
