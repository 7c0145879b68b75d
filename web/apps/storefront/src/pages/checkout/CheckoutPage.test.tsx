import { screen } from '@testing-library/react';
import type { Cart } from '@tradepost/api';
import { answerWith, renderPage, type Answer } from '../../testing/render.tsx';
import { cart, settings, usd } from '../../testing/samples.ts';
import { CheckoutPage } from './CheckoutPage.tsx';

const delivered: Cart = {
  ...cart,
  address: { country: 'US' },
  shippingOptionId: 'std',
  totals: { ...cart.totals, shipping: usd(590), tax: usd(1634), total: usd(22024) },
};
const placed = {
  id: 'o1',
  number: 'TP-1001',
  accessToken: 'guest-token',
  status: 'pendingPayment',
  totals: delivered.totals,
  payment: { id: 'pay1', provider: 'demo', status: 'pending', nextAction: { type: 'none' } },
};
const options = [
  { id: 'std', name: 'Standard', price: usd(590), estimatedDays: { min: 3, max: 5 } },
  { id: 'exp', name: 'Express', price: usd(1490), estimatedDays: { min: 1, max: 2 } },
];
const shop: Record<string, Answer> = {
  'GET /settings': { body: settings },
  'GET /carts/cart-1': { body: cart },
  'PUT /carts/cart-1/address': { body: { ...cart, address: { country: 'US' } } },
  'GET /carts/cart-1/shipping-options': { body: options },
  'PUT /carts/cart-1/shipping-option': { body: delivered },
  'GET /payment-methods': {
    body: [
      { id: 'card', provider: 'demo', name: 'Card' },
      { id: 'cod', provider: 'cod', name: 'Cash on delivery' },
    ],
  },
  'POST /orders': { status: 201, body: placed },
};

function open(more: Parameters<typeof answerWith>[0] = {}) {
  const calls = answerWith({ ...shop, ...more });
  localStorage.setItem('tradepost.cart', '"cart-1"');
  const page = renderPage(<CheckoutPage />, {
    path: '/checkout',
    others: [{ path: '/orders/:id', element: <h1>The order</h1> }],
  });
  const sent = (path: string) => calls.filter((call) => call.method === 'POST' && call.url.pathname.endsWith(path));
  return { ...page, sent };
}

type User = ReturnType<typeof open>['user'];

async function fillAddress(user: User) {
  await user.type(await screen.findByLabelText('E-mail'), 'ada@example.org');
  await user.type(screen.getByLabelText('Full name'), 'Ada Moore');
  await user.type(screen.getByLabelText('Street and number'), '1 Main St');
  await user.type(screen.getByLabelText('City'), 'Portland');
  await user.selectOptions(screen.getByLabelText('State'), 'OR');
  await user.type(screen.getByLabelText('ZIP code'), '97201');
}

async function reachPayment(user: User) {
  await fillAddress(user);
  await user.click(screen.getByRole('button', { name: 'Continue to delivery' }));
  await user.click(await screen.findByRole('button', { name: 'Continue to payment' }));
  return screen.findByLabelText('Card number');
}

const payButton = () => screen.getByRole('button', { name: 'Pay $220.24' });
const ordersAnswer = (...answers: Answer[]) => {
  let at = 0;
  return () => answers[Math.min(at++, answers.length - 1)] ?? {};
};

describe('filling in', () => {
  it('complains about a field once it has been left, not before', async () => {
    const { user } = open();
    const email = await screen.findByLabelText('E-mail');
    await user.type(email, 'ada');
    expect(email).not.toHaveAttribute('aria-invalid');
    await user.tab();
    expect(email).toHaveAttribute('aria-invalid', 'true');
    expect(email).toHaveAccessibleDescription(/like name@example.com/);
    await user.type(email, '@example.org');
    expect(email).not.toHaveAttribute('aria-invalid');
  });

  it('takes a person to the first field that is missing, and sends nothing', async () => {
    const { user } = open();
    await user.type(await screen.findByLabelText('E-mail'), 'ada@example.org');
    await user.click(screen.getByRole('button', { name: 'Continue to delivery' }));
    await vi.waitFor(() => expect(screen.getByLabelText('Full name')).toHaveFocus());
    expect(screen.getByLabelText('ZIP code')).toHaveAttribute('aria-invalid', 'true');
  });

  it('asks for what the country needs', async () => {
    const { user } = open();
    await user.selectOptions(await screen.findByLabelText('Country'), 'IE');
    expect(screen.queryByLabelText('State')).not.toBeInTheDocument();
    expect(screen.getByLabelText(/Eircode/)).not.toBeRequired();
    await user.selectOptions(screen.getByLabelText('Country'), 'US');
    expect(screen.getByLabelText('State')).toBeRequired();
  });

  it('lets browsers fill in, and brings up the right keyboards', async () => {
    open();
    expect(await screen.findByLabelText('E-mail')).toHaveAttribute('autocomplete', 'email');
    expect(screen.getByLabelText('Street and number')).toHaveAttribute('autocomplete', 'shipping address-line1');
    expect(screen.getByLabelText('ZIP code')).toHaveAttribute('inputmode', 'numeric');
  });

  it('keeps what was typed over a reload, but never the card', async () => {
    const first = open();
    await first.user.type(await reachPayment(first.user), '4242');
    first.unmount();
    open();
    expect(await screen.findByLabelText('E-mail')).toHaveValue('ada@example.org');
    expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain('4242');
  });

  it('shows what the shop refuses about an address, beside its field', async () => {
    const { user } = open({
      'PUT /carts/cart-1/address': { status: 400, body: { code: 'request.invalid', errors: { postalCode: ['Not in Oregon.'] } } },
    });
    await fillAddress(user);
    await user.click(screen.getByRole('button', { name: 'Continue to delivery' }));
    await vi.waitFor(() => expect(screen.getByLabelText('ZIP code')).toHaveAccessibleDescription('Not in Oregon.'));
  });
});

describe('paying', () => {
  it('places the order, then pays for it, and goes to its page', async () => {
    const { user, sent, address } = open({ 'POST /payments': { body: { status: 'paid', nextAction: { type: 'none' } } } });
    await user.type(await reachPayment(user), '4242424242424242');
    await user.click(payButton());
    await vi.waitFor(() => expect(address()).toBe('/orders/o1'));
    expect(sent('/orders')[0]?.body).toMatchObject({
      cartId: 'cart-1',
      email: 'ada@example.org',
      name: 'Ada Moore',
      shippingOptionId: 'std',
      paymentMethod: 'card',
      shippingAddress: { line1: '1 Main St', state: 'OR', country: 'US' },
    });
    expect(sent('/payments')[0]?.body).toMatchObject({ orderId: 'o1', method: 'card', details: { number: '4242424242424242' } });
    expect(sent('/payments')[0]?.headers.get('X-Order-Token')).toBe('guest-token');
    expect(localStorage.getItem('tradepost.cart')).toBeNull();
  });

  it('tells a declined card from a lost order: the order stays, only the payment is made again', async () => {
    const { user, sent, address } = open({
      'POST /payments': ordersAnswer(
        { status: 402, body: { code: 'payments.declined', reason: 'card_declined' } },
        { body: { status: 'paid' } },
      ),
    });
    const card = await reachPayment(user);
    await user.type(card, '4000000000000002');
    await user.click(payButton());
    expect(await screen.findByText('The payment was declined')).toBeInTheDocument();
    expect(screen.getByText('Order TP-1001 is reserved for you')).toBeInTheDocument();
    await user.clear(card);
    await user.type(card, '4242424242424242');
    await user.click(payButton());
    await vi.waitFor(() => expect(address()).toBe('/orders/o1'));
    expect(sent('/orders')).toHaveLength(1);
    const keys = sent('/payments').map((call) => call.headers.get('Idempotency-Key'));
    expect(new Set(keys).size).toBe(2);
  });

  it('sends the same order with the same key when no answer came', async () => {
    let silent = true;
    const { user, sent } = open({
      'POST /orders': () => {
        if (!silent) return { status: 201, body: placed };
        silent = false;
        throw new TypeError('Failed to fetch');
      },
      'POST /payments': { body: { status: 'paid' } },
    });
    await user.type(await reachPayment(user), '4242424242424242');
    await user.click(payButton());
    expect(await screen.findByText('The shop did not answer')).toBeInTheDocument();
    await user.click(payButton());
    await vi.waitFor(() => expect(sent('/payments')).toHaveLength(1));
    const keys = sent('/orders').map((call) => call.headers.get('Idempotency-Key'));
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  it('asks again when a price has changed, with the new total on the button', async () => {
    const dearer = { ...delivered, totals: { ...delivered.totals, total: usd(23024) } };
    const { user, sent } = open({ 'POST /orders': { status: 409, body: { code: 'cart.changed', cart: dearer } } });
    await user.type(await reachPayment(user), '4242424242424242');
    await user.click(payButton());
    expect(await screen.findByText('A price has changed')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Pay $230.24' })).toBeInTheDocument();
    expect(sent('/payments')).toHaveLength(0);
  });

  it('names what somebody else has bought in the meantime', async () => {
    const short = { code: 'inventory.insufficient', lines: [{ variantId: 'v-Black', requested: 2, available: 1 }] };
    const { user } = open({ 'POST /orders': { status: 409, body: short } });
    await user.type(await reachPayment(user), '4242424242424242');
    await user.click(payButton());
    expect(await screen.findByText(/not enough left of Pebble earbuds/)).toBeInTheDocument();
  });

  it('needs no card for cash on delivery', async () => {
    const { user, sent, address } = open({ 'POST /orders': { status: 201, body: { ...placed, status: 'processing' } } });
    await reachPayment(user);
    await user.click(screen.getByRole('radio', { name: /Cash on delivery/ }));
    await user.click(screen.getByRole('button', { name: /Place order, \$220.24/ }));
    await vi.waitFor(() => expect(address()).toBe('/orders/o1'));
    expect(sent('/payments')).toHaveLength(0);
  });
});

it('has nothing to sell to an empty cart', async () => {
  open({ 'GET /carts/cart-1': { body: { ...cart, lines: [] } } });
  expect(await screen.findByRole('heading', { level: 1, name: 'Your cart is empty' })).toBeInTheDocument();
});
