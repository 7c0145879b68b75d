import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAdmin } from '../../test/render.tsx';
import { sampleOrder, usd } from '../../test/samples.ts';
import { openShop, type Routes } from '../../test/shop.ts';
import { consequencesOf } from './CancelDialog.tsx';
import { eventWords } from './Timeline.tsx';

const routes = (order = sampleOrder(), more: Routes = {}): Routes => ({
  'GET /admin/orders/o1': { body: order },
  ...more,
});
const shipment = {
  status: 201,
  body: { id: 's1', carrier: 'UPS', trackingNumber: 'TP77', status: 'inTransit', lines: [] },
};

async function openShipDialog(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByRole('button', { name: 'Ship' }));
  return within(await screen.findByRole('dialog', { name: 'Ship TP-1001' }));
}

describe('shipping', () => {
  it('sends the chosen part of the order and says the tracking number', async () => {
    const user = userEvent.setup();
    const shop = openShop(routes(undefined, { 'POST /admin/orders/o1/shipments': shipment }));
    openAdmin('/orders/o1');
    const dialog = await openShipDialog(user);

    const headphones = dialog.getByLabelText('Quantity of Headphones to ship, 3 left');
    await user.clear(headphones);
    await user.type(headphones, '2');
    const laptop = dialog.getByLabelText('Quantity of Laptop to ship, 1 left');
    await user.clear(laptop);
    await user.type(laptop, '0');
    await user.click(dialog.getByRole('button', { name: 'Ship 2 units' }));

    expect(await screen.findByText('2 units of TP-1001 shipped')).toBeVisible();
    expect(screen.getByText(/TP77/)).toBeVisible();
    expect(shop.to('POST /admin/orders/o1/shipments').map(({ body }) => body)).toEqual([
      { lines: [{ lineId: 'l1', quantity: 2 }], carrier: 'UPS' },
    ]);
  });

  it('refuses more than is left, at the field and at the button', async () => {
    const user = userEvent.setup();
    const shop = openShop(routes());
    openAdmin('/orders/o1');
    const dialog = await openShipDialog(user);

    await user.clear(dialog.getByLabelText('Quantity of Headphones to ship, 3 left'));
    await user.type(dialog.getByLabelText('Quantity of Headphones to ship, 3 left'), '7');

    expect(dialog.getByText('Only 3 left to ship.')).toBeVisible();
    const button = dialog.getByRole('button', { name: /^Ship / });
    expect(button).toHaveAccessibleDescription('Correct the quantities first.');
    await user.click(button);
    expect(shop.to('POST /admin/orders/o1/shipments')).toEqual([]);
  });

  it('keeps the dialog and what was typed when the shop refuses', async () => {
    const user = userEvent.setup();
    openShop(
      routes(undefined, {
        'POST /admin/orders/o1/shipments': {
          status: 409,
          body: { code: 'orders.not_shippable', title: 'The order is not paid.' },
        },
      }),
    );
    openAdmin('/orders/o1');
    const dialog = await openShipDialog(user);
    await user.type(dialog.getByLabelText('Tracking number'), 'ABC');
    await user.click(dialog.getByRole('button', { name: 'Ship 4 units' }));

    expect(await dialog.findByRole('alert')).toHaveTextContent('The order is not paid.');
    expect(dialog.getByLabelText('Tracking number')).toHaveValue('ABC');
  });

  it('offers only what earlier parcels left', async () => {
    const user = userEvent.setup();
    openShop(
      routes(
        sampleOrder({
          shipments: [
            {
              id: 's0',
              carrier: 'UPS',
              trackingNumber: 'A',
              status: 'inTransit',
              lines: [
                { lineId: 'l2', quantity: 1 },
                { lineId: 'l1', quantity: 1 },
              ],
            },
          ],
        }),
      ),
    );
    openAdmin('/orders/o1');
    const dialog = await openShipDialog(user);
    expect(dialog.getByLabelText('Quantity of Headphones to ship, 2 left')).toBeVisible();
    expect(dialog.queryByLabelText(/Laptop/)).toBeNull();
  });

  it('says why it cannot ship an unpaid order', async () => {
    openShop(routes(sampleOrder({ status: 'pendingPayment', allowedActions: ['cancel'] })));
    openAdmin('/orders/o1');
    expect(await screen.findByRole('button', { name: 'Ship' })).toHaveAccessibleDescription('The order is not paid yet.');
  });
});

describe('delivering', () => {
  it('marks the parcel that arrived', async () => {
    const user = userEvent.setup();
    const parcel = {
      id: 's9',
      carrier: 'UPS',
      trackingNumber: 'T9',
      status: 'inTransit',
      lines: [{ lineId: 'l1', quantity: 3 }],
    };
    const shop = openShop(
      routes(sampleOrder({ status: 'shipped', shipments: [parcel], allowedActions: ['deliver'] }), {
        'POST /admin/shipments/s9/delivery': { body: { ...parcel, status: 'delivered' } },
      }),
    );
    openAdmin('/orders/o1');
    await user.click(await screen.findByRole('button', { name: 'Mark delivered' }));
    expect(await screen.findByText('Parcel T9 is delivered')).toBeVisible();
    expect(shop.to('POST /admin/shipments/s9/delivery')).toHaveLength(1);
  });
});

describe('cancelling', () => {
  it('says what will happen to money and stock', () => {
    expect(consequencesOf(sampleOrder())).toEqual([
      '4 units go back into stock.',
      '$49.20 is refunded to the customer.',
      'ada@example.com is told by e-mail.',
      'The order cannot be opened again.',
    ]);
    expect(consequencesOf(sampleOrder({ payment: { status: 'partiallyRefunded', amount: usd(4920), refunded: usd(920) } }))[1]).toBe(
      '$40.00 is refunded to the customer.',
    );
    expect(consequencesOf(sampleOrder({ payment: { status: 'pending' } }))[1]).toBe('Nothing was charged, so nothing is refunded.');
  });

  it('asks for a reason first and sends it', async () => {
    const user = userEvent.setup();
    const shop = openShop(routes(undefined, { 'POST /orders/o1/cancellation': { body: sampleOrder({ status: 'cancelled' }) } }));
    openAdmin('/orders/o1');
    await user.click(await screen.findByRole('button', { name: 'Cancel order' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('button', { name: 'Cancel the order' })).toHaveAccessibleDescription(
      'Say why first: the reason stays with the order.',
    );

    await user.click(dialog.getByRole('combobox', { name: 'Reason' }));
    await user.click(await screen.findByRole('option', { name: 'Cannot be delivered' }));
    await user.click(dialog.getByRole('button', { name: 'Cancel the order' }));

    expect(await screen.findByText('TP-1001 is cancelled')).toBeVisible();
    await waitFor(() => expect(shop.to('POST /orders/o1/cancellation')[0]?.body).toEqual({ reason: 'Cannot be delivered' }));
  });
});

describe('the order page', () => {
  it('shows how the total came about on request', async () => {
    const user = userEvent.setup();
    openShop(routes());
    openAdmin('/orders/o1');
    const button = await screen.findByRole('button', { name: 'Why this total' });
    expect(screen.getByText('Standard, 1 kg')).not.toBeVisible();
    await user.click(button);
    expect(screen.getByText('Standard, 1 kg')).toBeVisible();
  });

  it('says when there is no such order', async () => {
    openShop({});
    openAdmin('/orders/o2');
    expect(await screen.findByRole('heading', { name: 'No such order' })).toBeVisible();
  });

  it('shows the trace id when the shop fails', async () => {
    openShop({ 'GET /admin/orders/o3': { status: 500, body: { code: 'server.error', traceId: 'abc123' } } });
    openAdmin('/orders/o3');
    expect(await screen.findByText('Trace abc123')).toBeVisible();
  });

  it('has words for events, also for those it does not know', () => {
    expect(eventWords('paid')).toBe('Payment received');
    expect(eventWords('invoiceResent')).toBe('Invoice resent');
  });
});
