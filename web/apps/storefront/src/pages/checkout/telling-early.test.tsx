import { screen } from '@testing-library/react';
import { cart, usd } from '../../testing/samples.ts';
import { delivered, open, payButton, reachPayment } from './till-testing.tsx';

describe('what the till tells the shop before the order', () => {
  it('tells the shop early who buys and how they pay, and orders the version on the screen', async () => {
    const { user, calls, sent } = open({ 'POST /payments': { body: { status: 'paid', nextAction: { type: 'none' } } } });
    await user.type(await reachPayment(user), '4242424242424242');
    await user.click(payButton());
    await vi.waitFor(() => expect(sent('/orders')).toHaveLength(1));
    const told = (path: string) => calls.find((call) => call.method === 'PUT' && call.url.pathname.endsWith(path))?.body;
    expect(told('/contact')).toEqual({ email: 'ada@example.org' });
    expect(told('/payment-method')).toEqual({ id: 'card' });
    expect(sent('/orders')[0]?.body).toMatchObject({ cartVersion: 7 });
  });

  it('asks to be reminded only for who ticks it', async () => {
    const { user, calls } = open();
    const box = await screen.findByRole('checkbox', { name: /Remind me/ });
    expect(box).not.toBeChecked();
    await user.click(box);
    await reachPayment(user);
    expect(calls.find((call) => call.url.pathname.endsWith('/contact'))?.body).toEqual({ email: 'ada@example.org', remind: true });
  });

  it('shows what another way to pay comes to before it is charged', async () => {
    const atTheDoor = { ...delivered, paymentMethod: 'cod', version: 8, totals: { ...delivered.totals, total: usd(22324) } };
    let methods = 0;
    const { user, sent } = open({
      'PUT /carts/cart-1/payment-method': () => ({ body: methods++ === 0 ? { ...delivered, version: 7 } : atTheDoor }),
    });
    await reachPayment(user);
    await user.click(screen.getByRole('radio', { name: /Cash on delivery/ }));
    await user.click(await screen.findByRole('button', { name: 'Place order, $223.24 at the door' }));
    await vi.waitFor(() => expect(sent('/orders')[0]?.body).toMatchObject({ paymentMethod: 'cod', cartVersion: 8 }));
  });

  it('takes promotion codes beside the order', async () => {
    const promotions = [{ code: 'AUTUMN', name: 'Autumn 10 %', amount: usd(1980) }];
    const { user } = open({ 'POST /carts/cart-1/promotions': { body: { ...cart, promotions } } });
    await user.type(await screen.findByLabelText('Promotion code'), 'AUTUMN{Enter}');
    expect(await screen.findByRole('button', { name: 'Remove code AUTUMN' })).toBeInTheDocument();
  });
});
