import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAdmin } from '../../test/render.tsx';
import { sampleOrder, usd } from '../../test/samples.ts';
import { openShop } from '../../test/shop.ts';
import { whyNotCapture } from './HoldDialogs.tsx';

const held = (more: object = {}) => ({
  id: 'p1', status: 'authorized', amount: usd(5000), authorized: usd(5000), captured: usd(0), refunded: usd(0), fee: null,
  attempts: [], alarms: [], actions: ['capture', 'void'], ...more,
});

const open = (payment: object, more: object = {}) => {
  const shop = openShop({ 'GET /admin/orders/o1': { body: sampleOrder() }, 'GET /admin/orders/o1/payment': { body: payment }, ...more });
  openAdmin('/orders/o1');
  return shop;
};

describe('money that is held', () => {
  it('says what taking a part does, and takes it', async () => {
    const user = userEvent.setup();
    const taken = held({ status: 'paid', authorized: usd(0), captured: usd(4000), actions: [] });
    const shop = open(held(), { 'POST /admin/orders/o1/capture': { body: taken } });
    await user.click(await screen.findByRole('button', { name: 'Take it now' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Take the held money?' }));
    const amount = dialog.getByLabelText(/Amount, up to/);
    await user.clear(amount);
    await user.type(amount, '40');
    expect(dialog.getByText(/are let go and can’t be taken later/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Take $40.00' }));
    expect(await screen.findByText('$40.00 taken')).toBeVisible();
    expect(shop.to('POST /admin/orders/o1/capture').map(({ body }) => body)).toEqual([{ amount: usd(4000) }]);
  });

  it('says what letting it go means', async () => {
    const user = userEvent.setup();
    open(held(), { 'POST /admin/orders/o1/void': { body: held({ status: 'pending', authorized: usd(0) }) } });
    await user.click(await screen.findByRole('button', { name: 'Let it go' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Let the held money go?' }));
    expect(dialog.getByText(/The buyer can pay again/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Let it go' }));
    expect(await screen.findByText('The money is let go')).toBeVisible();
  });

  it('never takes more than is held', () => {
    expect(whyNotCapture(usd(5001), usd(5000))).toContain('Only');
    expect(whyNotCapture(null, usd(5000))).toContain('how much');
    expect(whyNotCapture(usd(5000), usd(5000))).toBeNull();
  });

  it('shows what does not add up', async () => {
    open(held({ alarms: [{ kind: 'mismatch', said: 'Asked for 50.00 USD, the provider says 1.00 USD', at: '2026-01-01T00:00:00Z' }] }));
    expect(await screen.findByText('The provider speaks of another amount')).toBeVisible();
  });
});
