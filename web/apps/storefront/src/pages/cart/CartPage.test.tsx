import { endSession } from '@tradepost/api';
import { screen, within } from '@testing-library/react';
import { answerWith, renderPage } from '../../testing/render.tsx';
import { cart, settings, usd } from '../../testing/samples.ts';
import { CartPage } from './CartPage.tsx';
import { StopRemindersPage } from './StopRemindersPage.tsx';

const shown = { ...cart, version: 3, rejectedPromotions: [], notices: [], contact: { email: null, remind: false } };
const applied = {
  ...shown,
  version: 4,
  promotions: [{ code: 'AUTUMN', name: 'Autumn 10 %', amount: usd(1980) }],
  totals: { ...cart.totals, discount: usd(1980), total: usd(17820) },
};
const refused = (reason: string, detail: string) => ({
  status: 409,
  body: { code: 'promotions.not_applicable', title: 'No.', reason, detail },
});

function open(more: Parameters<typeof answerWith>[0] = {}, at = '/cart') {
  endSession();
  const calls = answerWith({ 'GET /settings': { body: settings }, 'GET /carts/cart-1': { body: shown }, ...more });
  localStorage.setItem('tradepost.cart', '"cart-1"');
  const page = renderPage(<CartPage />, { path: '/cart', at });
  return { ...page, calls };
}

const codes = () => within(screen.getByRole('list', { name: 'Entered codes' }));

describe('promotion codes', () => {
  it('enters one, shows what it saves, and takes it out again', async () => {
    const { user, calls } = open({
      'POST /carts/cart-1/promotions': { body: applied },
      'DELETE /carts/cart-1/promotions/AUTUMN': { body: { ...shown, version: 5 } },
    });
    await user.type(await screen.findByLabelText('Promotion code'), ' AUTUMN ');
    await user.click(screen.getByRole('button', { name: 'Apply' }));
    expect(await screen.findByText('Code AUTUMN was added.')).toBeInTheDocument();
    expect(codes().getByRole('listitem')).toHaveTextContent('AUTUMN Autumn 10 %-$19.80');
    expect(screen.getByLabelText('Promotion code')).toHaveValue('');
    expect(calls.at(-1)?.body).toEqual({ code: 'AUTUMN' });
    await user.click(screen.getByRole('button', { name: 'Remove code AUTUMN' }));
    expect(await screen.findByText('Code AUTUMN was removed.')).toBeInTheDocument();
    expect(screen.queryByRole('list', { name: 'Entered codes' })).not.toBeInTheDocument();
  });

  it('says why a code does not apply and keeps what was typed', async () => {
    const { user } = open({ 'POST /carts/cart-1/promotions': refused('ended', 'The offer behind this code is over.') });
    const field = await screen.findByLabelText('Promotion code');
    await user.type(field, 'SUMMER{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('The offer behind this code is over.');
    expect(field).toHaveAccessibleDescription('The offer behind this code is over.');
    expect(field).toHaveValue('SUMMER');
    await user.type(field, 'X');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('asks for a code before it bothers the shop', async () => {
    const { user, calls } = open();
    await user.click(await screen.findByRole('button', { name: 'Apply' }));
    expect(screen.getByRole('alert')).toHaveTextContent('Enter a code first.');
    expect(calls.filter((call) => call.method === 'POST')).toHaveLength(0);
  });

  it('keeps a code that stopped applying, with the reason', async () => {
    const rejectedPromotions = [{ code: 'BIG', name: 'Big', reason: 'minSubtotal', message: 'Not worth enough yet.' }];
    open({ 'GET /carts/cart-1': { body: { ...shown, rejectedPromotions } } });
    expect(await screen.findByText('Not worth enough yet.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Remove code BIG' })).toBeInTheDocument();
  });
});

describe('a cart that changed', () => {
  it('in another tab is shown as it is now, and nothing of it is overwritten', async () => {
    let reads = 0;
    const now = { ...shown, version: 9, lines: [{ ...shown.lines[0]!, quantity: 5 }] };
    const { user, calls } = open({
      'GET /carts/cart-1': () => ({ body: reads++ === 0 ? shown : now }),
      'PATCH /carts/cart-1/lines/l1': { status: 412, body: { code: 'request.stale' } },
    });
    await user.click(await screen.findByRole('button', { name: 'One more' }));
    expect(await screen.findByText(/changed in another tab/)).toBeInTheDocument();
    expect(screen.getByLabelText('Quantity')).toHaveValue('5');
    expect(calls.find((call) => call.method === 'PATCH')?.headers.get('If-Match')).toBe('"3"');
  });

  it('tells of a discount that became smaller', async () => {
    const notices = [{ code: 'discountReduced', message: 'A discount you saw has ended.', from: usd(500), to: usd(0) }];
    open({ 'GET /carts/cart-1': { body: { ...shown, notices } } });
    expect(await screen.findByRole('alert')).toHaveTextContent('You saved $5.00, now $0.00.');
  });

  it('that has expired makes room for a new one, and says so', async () => {
    open({ 'GET /carts/cart-1': { status: 404, body: { code: 'carts.not_found' } } });
    expect(await screen.findByText(/has expired/)).toBeInTheDocument();
    expect(await screen.findByRole('heading', { name: 'Your cart is empty' })).toBeInTheDocument();
    expect(localStorage.getItem('tradepost.cart')).toBeNull();
  });
});

describe('the way to free delivery', () => {
  it('is told when the shop has one', async () => {
    open({ 'GET /carts/cart-1': { body: { ...shown, freeShippingOver: usd(20000) } } });
    expect(await screen.findByText('$2.00 more and delivery can be free.')).toBeInTheDocument();
  });

  it('is not made up when there is none', async () => {
    open();
    await screen.findByLabelText('Promotion code');
    expect(screen.queryByText(/can be free/)).not.toBeInTheDocument();
  });
});

describe('an estimate of delivery', () => {
  it('asks where to, offers ways with price and days, and keeps the one chosen', async () => {
    const placed = { ...shown, version: 4, address: { country: 'US', state: 'OR', postalCode: '97201' } };
    const option = { id: 'std', name: 'Standard', price: usd(590), estimatedDays: { min: 3, max: 5 } };
    const { user, calls } = open({
      'PUT /carts/cart-1/address': { body: placed },
      'GET /carts/cart-1/shipping-options': { body: [option] },
      'PUT /carts/cart-1/shipping-option': {
        body: { ...placed, version: 5, shippingOptionId: 'std', totals: { ...placed.totals, shipping: usd(590), total: usd(20390) } },
      },
    });
    await user.click(await screen.findByText('Estimate delivery and tax'));
    await user.selectOptions(screen.getByLabelText('State'), 'OR');
    await user.type(screen.getByLabelText('ZIP code'), '97201');
    await user.click(screen.getByRole('button', { name: 'Show delivery options' }));
    expect(await screen.findByText('Delivery to OR 97201, United States')).toBeInTheDocument();
    await user.click(await screen.findByRole('radio', { name: /Standard/ }));
    await vi.waitFor(() => expect(screen.getByText('Total', { selector: 'dt' }).parentElement).toHaveTextContent('$203.90'));
    expect(calls.find((call) => call.url.pathname.endsWith('/address'))?.body).toEqual({
      country: 'US',
      state: 'OR',
      postalCode: '97201',
    });
  });

  it('shows what is wrong with the place beside its field', async () => {
    const { user } = open({
      'PUT /carts/cart-1/address': { status: 400, body: { code: 'request.invalid', errors: { postalCode: ['is not one'] } } },
    });
    await user.click(await screen.findByText('Estimate delivery and tax'));
    await user.click(screen.getByRole('button', { name: 'Show delivery options' }));
    await vi.waitFor(() => expect(screen.getByLabelText('ZIP code')).toHaveAccessibleDescription('This is not one.'));
  });
});

describe('reminders', () => {
  it('are asked for, never assumed', async () => {
    const { user, calls } = open({
      'PUT /carts/cart-1/contact': { body: { ...shown, version: 4, contact: { email: 'ada@example.org', remind: true } } },
    });
    const box = await screen.findByRole('checkbox', { name: /Remind me/ });
    expect(box).not.toBeChecked();
    await user.click(box);
    await user.type(screen.getByLabelText('E-mail'), 'ada@example.org');
    await user.click(screen.getByRole('button', { name: 'Remind me' }));
    expect(await screen.findByText(/Once, to ada@example.org/)).toBeInTheDocument();
    expect(calls.at(-1)?.body).toEqual({ email: 'ada@example.org', remind: true });
  });

  it('lead back to the cart that was left, and what is here comes along', async () => {
    const left = { ...shown, id: 'left-1', lines: [] };
    const { address, calls } = open(
      { 'GET /carts/left-1': { body: left }, 'POST /carts/left-1/lines': { body: { ...shown, id: 'left-1' } } },
      '/cart?restore=left-1',
    );
    expect(await screen.findByText('Your cart is back.')).toBeInTheDocument();
    await vi.waitFor(() => expect(address()).toBe('/cart'));
    expect(localStorage.getItem('tradepost.cart')).toBe('"left-1"');
    expect(calls.filter((call) => call.method === 'POST').length).toBeLessThanOrEqual(1);
  });

  it('say so when that cart is gone, and keep the one that is here', async () => {
    open({}, '/cart?restore=gone-1');
    expect(await screen.findByText(/no longer there/)).toBeInTheDocument();
    expect(localStorage.getItem('tradepost.cart')).toBe('"cart-1"');
  });

  it('end by opening the link', async () => {
    const calls = answerWith({ 'POST /carts/reminders/stop': { status: 204 } });
    renderPage(<StopRemindersPage />, { path: '/stop-reminders', at: '/stop-reminders#token=abc' });
    expect(await screen.findByRole('heading', { name: 'No more reminders' })).toBeInTheDocument();
    expect(calls.find((call) => call.method === 'POST')?.body).toEqual({ token: 'abc' });
  });

  it('do not end by a link without its key', async () => {
    answerWith({});
    renderPage(<StopRemindersPage />, { path: '/stop-reminders' });
    expect(await screen.findByRole('heading', { name: 'This link is not complete' })).toBeInTheDocument();
  });
});
