import type { Promotion } from '@tradepost/api';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAdmin } from '../../test/render.tsx';
import { usd } from '../../test/samples.ts';
import { listOf, openShop, type Routes } from '../../test/shop.ts';
import { barOf, monthAfter, monthOf } from './calendar.ts';
import { checkDraft } from './checkDraft.ts';
import { blankCondition, blankDraft, draftOf } from './draft.ts';
import { payloadOf } from './payload.ts';
import { quoteOf, usualSample } from './sampleCart.ts';

const zone = 'America/New_York';
const settings = { body: { shopName: 'Shop', currency: 'USD', pricesIncludeTax: false, countries: [], timeZone: zone } };

const sample = (over: Partial<Promotion> = {}): Promotion => ({
  id: 'pr1',
  name: 'Autumn',
  code: 'AUTUMN',
  startsAt: '2026-11-01T04:00:00.000Z',
  endsAt: '2026-12-01T05:00:00.000Z',
  priority: 3,
  combinable: false,
  usageLimit: 100,
  perCustomerLimit: 1,
  conditions: [{ type: 'minSubtotal', amount: usd(5000) }, { type: 'tags', any: ['sale'] }],
  benefit: { type: 'tiers', tiers: [{ minQuantity: 2, percent: '5' }, { minQuantity: 5, unitPrice: usd(900) }] },
  active: true,
  requiresCode: false,
  badge: null,
  showCountdown: false,
  state: 'running',
  used: 12,
  codeCount: 0,
  createdAt: '2026-10-01T00:00:00Z',
  updatedAt: '2026-10-01T00:00:00Z',
  ...over,
});

const quote = {
  totals: { subtotal: usd(14500), discount: usd(1450), shipping: usd(490), fees: usd(0), tax: usd(0), total: usd(13540) },
  lines: [],
  applied: [{ name: 'Autumn', amount: usd(1450) }],
  rejected: [],
  trace: [{ step: 'discount', label: 'Autumn', amount: usd(-1450) }],
};

const routes = (more: Routes = {}): Routes => ({
  'GET /settings': settings,
  'GET /admin/customer-groups': listOf([]),
  'POST /admin/pricing/quote': { body: quote },
  'GET /admin/promotions/pr1': { body: sample(), headers: { ETag: '"3"' } },
  ...more,
});

describe('a promotion in its form', () => {
  it('comes back as it went in, its times by the shop’s clocks', () => {
    const promotion = sample();
    const draft = draftOf(promotion, zone);
    expect([draft.startsAt, draft.endsAt]).toEqual(['2026-11-01T00:00', '2026-12-01T00:00']);
    const { id, state, used, codeCount, createdAt, updatedAt, ...kept } = promotion;
    expect([id, state, used, codeCount, createdAt, updatedAt]).toHaveLength(6);
    expect(payloadOf(draft, 'USD', zone)).toEqual(kept);
  });

  it('says at each field what is missing', () => {
    const draft = {
      ...blankDraft, opening: 'code' as const, usageLimit: '0', startsAt: '2026-02-01T00:00', endsAt: '2026-01-01T00:00',
      conditions: [blankCondition('minSubtotal'), blankCondition('tags')], benefit: { ...blankDraft.benefit, percent: '101' },
    };
    expect(Object.keys(checkDraft(draft, 'USD')).sort()).toEqual(
      ['benefit.percent', 'code', 'conditions[0].amount', 'conditions[1].any', 'endsAt', 'name', 'usageLimit']);
  });

  it('is tried on lines that are meant and on lines that are not', () => {
    const body = quoteOf(payloadOf(draftOf(sample(), zone), 'USD', zone), usualSample, 'USD', false);
    expect(body?.lines.map((line) => line.tags)).toEqual([['sale'], undefined]);
    expect(body?.codes).toEqual(['AUTUMN']);
    expect(quoteOf(payloadOf(blankDraft, 'USD', zone), { ...usualSample, shipping: 'x' }, 'USD', false)).toBeNull();
  });
});

describe('the calendar', () => {
  const november = monthOf('2026-11', zone, new Date());
  it('counts in months of the shop', () => {
    expect([november.from, november.to, november.days]).toEqual(['2026-11-01T04:00:00.000Z', '2026-12-01T05:00:00.000Z', 30]);
    expect(monthAfter('2026-12', 1)).toBe('2027-01');
    expect(monthOf('2026-13', 'UTC', new Date('2026-05-05T00:00:00Z')).key).toBe('2026-05');
  });

  it('draws a campaign over its days; an end at midnight belongs to the day before', () => {
    expect(barOf(sample(), november, zone)).toMatchObject({ first: 1, last: 30, before: false, after: false });
    expect(barOf(sample({ startsAt: '2026-11-10T12:00:00Z', endsAt: '2026-11-12T05:00:00Z' }), november, zone))
      .toMatchObject({ first: 10, last: 11 });
    expect(barOf(sample({ startsAt: null, endsAt: null }), november, zone))
      .toMatchObject({ first: 1, last: 30, before: true, after: true });
    expect(barOf(sample({ startsAt: '2026-12-01T05:00:00Z' }), november, zone)).toBeNull();
  });

  it('is a list of links with their times', async () => {
    openShop(routes({ 'GET /admin/promotions': listOf([sample()]) }));
    openAdmin('/promotions/calendar?month=2026-11');
    const list = await screen.findByRole('list', { name: 'Promotions in November 2026' });
    expect(within(list).getByRole('link', { name: /^Autumn, running, from Nov 1, 2026/ })).toHaveAttribute('href', '/promotions/pr1');
  });
});

describe('the builder', () => {
  it('shows live what the promotion does and keeps it', async () => {
    const shop = openShop(routes({ 'POST /admin/promotions': { status: 201, body: sample() } }));
    const { at } = openAdmin('/promotions/new');
    expect(await screen.findByText('It takes off $14.50.')).toBeVisible();
    await userEvent.type(screen.getByLabelText('Name'), 'Ten off');
    await userEvent.click(screen.getByRole('button', { name: 'Add a condition' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Order worth at least' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Order worth at least' }), '50');
    await userEvent.click(screen.getByRole('button', { name: 'Create promotion' }));
    await waitFor(() => expect(at()).toBe('/promotions/pr1'));
    expect(shop.to('POST /admin/promotions')[0]?.body).toMatchObject({
      name: 'Ten off', benefit: { type: 'percent', percent: '10', target: 'order' },
      conditions: [{ type: 'minSubtotal', amount: usd(5000) }],
    });
  });

  it('says why it would not apply', async () => {
    const none = { ...quote, applied: [], rejected: [{ name: 'x', reason: 'minSubtotal' }] };
    openShop(routes({ 'POST /admin/pricing/quote': { body: none } }));
    openAdmin('/promotions/new');
    expect(await screen.findByText(/It does not apply\. Your cart is not worth enough/)).toBeVisible();
  });

  it('shows the shop’s complaint at its field and keeps what was typed', async () => {
    openShop(routes({
      'PATCH /admin/promotions/pr1': {
        status: 400, body: { code: 'request.invalid', title: 'x', errors: { usageLimit: ['is below the 12 orders that hold it'] } },
      },
    }));
    openAdmin('/promotions/pr1');
    const limit = await screen.findByLabelText('In all');
    await userEvent.clear(limit);
    await userEvent.type(limit, '5');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('is below the 12 orders that hold it')).toBeVisible();
    expect(limit).toHaveValue('5');
  });

  it('offers a choice when somebody else was faster', async () => {
    const shop = openShop(routes({ 'PATCH /admin/promotions/pr1': { status: 412, body: { code: 'request.stale', title: 'x' } } }));
    openAdmin('/promotions/pr1');
    await userEvent.type(await screen.findByLabelText('Name'), ' 2');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Somebody else saved this promotion while you were editing')).toBeVisible();
    expect(shop.to('PATCH /admin/promotions/pr1')[0]?.headers.get('If-Match')).toBe('"3"');
  });
});

describe('lists', () => {
  it('show where promotions stand and what they give', async () => {
    openShop(routes({ 'GET /admin/promotions': listOf([sample()]) }));
    openAdmin('/promotions?state=running');
    const row = await screen.findByRole('row', { name: /Autumn/ });
    expect(within(row).getByText('5 % off from 2, $9.00 each from 5')).toBeVisible();
    expect(within(row).getByText('Running')).toBeVisible();
    expect(row).toHaveTextContent('12 of 100');
  });

  it('tell how a promotion is used, with what was given back', async () => {
    const day = (date: string, orders: number) => ({ date, orders, discount: usd(500 * orders), revenue: usd(5000 * orders) });
    openShop(routes({
      'GET /admin/promotions/pr1/usage': {
        body: {
          from: '2026-11-24', to: '2026-11-25', days: [day('2026-11-24', 0), day('2026-11-25', 3)],
          total: { orders: 3, discount: usd(1500), revenue: usd(13500), givenBack: 1 },
        },
      },
      'GET /admin/promotions/pr1/uses': listOf([
        { orderId: 'o1', code: 'AUTUMN', amount: usd(500), orderTotal: usd(4500), usedAt: '2026-11-25T00:00:00Z' },
      ]),
    }));
    openAdmin('/promotions/pr1/usage');
    expect(await screen.findByText('1 given back')).toBeVisible();
    expect(screen.getByText('10.0 %')).toBeVisible();
    expect(screen.getByRole('img', { name: 'Orders by day. Most on 2026-11-25: 3 orders.' })).toBeVisible();
    expect(await screen.findByRole('cell', { name: 'AUTUMN' })).toBeVisible();
  });

  it('show what a promotion would have done to orders of the past', async () => {
    const tally = (discount: number) => ({
      discount: usd(discount), revenue: usd(9000), tax: usd(0), total: usd(9000), cost: usd(0), margin: usd(0), linesOfUnknownCost: 2,
    });
    const shop = openShop(routes({
      'GET /admin/promotions': listOf([sample()]),
      'POST /admin/promotions/simulation': {
        body: {
          from: '', to: '', orders: 12, ordersTouched: 1, ordersSkipped: 0, mismatches: 0, truncated: false,
          before: tally(0), after: tally(900),
          samples: [{
            orderId: 'o1', number: 'T-1', placedAt: '2026-11-01T00:00:00Z', before: usd(9900), after: usd(9000), difference: usd(900),
          }],
        },
      },
    }));
    openAdmin('/promotions/simulation');
    await userEvent.click(await screen.findByRole('combobox', { name: 'Promotion' }));
    await userEvent.click(await screen.findByRole('option', { name: /Autumn/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Simulate' }));
    expect(await screen.findByText('It would have changed 1 order of 12')).toBeVisible();
    expect(screen.getByText(/nothing about 2 lines of unknown cost/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'T-1' })).toHaveAttribute('href', '/orders/o1');
    expect(shop.to('POST /admin/promotions/simulation')[0]?.body).toMatchObject({ promotion: { name: 'Autumn', code: 'AUTUMN' } });
  });

  it('make codes and say that the promotion needs one from now on', async () => {
    const shop = openShop(routes({
      'GET /admin/promotions/pr1': { body: sample({ code: null, requiresCode: true }) },
      'GET /admin/promotions/pr1/codes': listOf([]),
      'POST /admin/promotions/pr1/codes': { status: 201, body: { count: 100 } },
    }));
    openAdmin('/promotions/pr1/codes');
    await userEvent.click((await screen.findAllByRole('button', { name: 'Make codes' }))[0] as HTMLElement);
    const dialog = await screen.findByRole('dialog', { name: 'Make codes' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Make codes' }));
    expect(await screen.findByText('100 codes made')).toBeVisible();
    expect(shop.to('POST /admin/promotions/pr1/codes')[0]?.body).toEqual({ count: 100, prefix: '', length: 12, usageLimit: 1 });
  });

  it('show who is in a group and refuse an address without an account', async () => {
    openShop(routes({
      'GET /admin/customer-groups/g1': { body: { id: 'g1', code: 'gold', name: 'Gold', members: 0, createdAt: '2026-01-01T00:00:00Z' } },
      'GET /admin/customer-groups/g1/members': listOf([]),
      'POST /admin/customer-groups/g1/members': {
        status: 400, body: { code: 'request.invalid', title: 'x', errors: { email: ['has no account in this shop'] } },
      },
    }));
    openAdmin('/customer-groups/g1');
    await userEvent.type(await screen.findByLabelText('E-mail address of a customer'), 'no@example.com');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByText('has no account in this shop')).toBeVisible();
  });
});
