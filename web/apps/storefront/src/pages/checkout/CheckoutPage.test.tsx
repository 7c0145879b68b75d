import { screen } from '@testing-library/react';
import { cart, usd } from '../../testing/samples.ts';
import { delivered, fillAddress, open, ordersAnswer, payButton, placed, reachPayment } from './till-testing.tsx';

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
      'PUT /carts/cart-1/contact': { body: { ...cart, contact: { email: 'ada@example.org', remind: false } } },
  'PUT /carts/cart-1/payment-method': { body: { ...delivered, paymentMethod: 'card', version: 7 } },
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
    expect(await screen.findByText('The price has changed')).toBeInTheDocument();
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
