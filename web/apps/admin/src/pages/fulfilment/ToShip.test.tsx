import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAdmin } from '../../test/render.tsx';
import { openShop, type Routes } from '../../test/shop.ts';

const order = {
  id: 'o1', number: 'TP-1', status: 'processing', paymentStatus: 'paid', placedAt: '2026-11-20T10:00:00Z',
  total: { minor: 100, currency: 'USD' },
  itemCount: 2, imageUrls: [], email: 'ada@example.com', customerName: 'Ada Moore', tags: [],
};
const parcel = {
  id: 's1', orderId: 'o1', orderNumber: 'TP-1', courier: 'demo', carrier: 'Demo Express', status: 'packed', trackingNumber: 'DX1',
  lines: [],
  events: [], createdAt: '2026-11-20T10:00:00Z', actions: ['print', 'handOver', 'void'],
};
const figures = { carrier: '', delivered: 10, promised: 10, onTime: 9, averageHours: 40, onTimePercent: 90 };
const routes = (more: Routes = {}): Routes => ({
  'GET /admin/orders': { body: { items: [order], page: 1, pageSize: 50, total: 1 } },
  'GET /admin/couriers': { body: { couriers: [{ id: 'demo', name: 'Demo Express' }], defaultCourier: 'demo' } },
  'GET /admin/shipments/report': { body: { days: 90, all: figures, carriers: [], packed: 1, exceptions: 0 } },
  'GET /admin/shipments': { body: { items: [parcel], page: 1, pageSize: 50, total: 1 } },
  ...more,
});

describe('to ship', () => {
  it('says how many parcels kept their promise, and why nothing can be bought before orders are chosen', async () => {
    openShop(routes());
    openAdmin('/to-ship');
    expect(await screen.findByText(/^90 % of parcels came on the promised day/)).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Buy labels and print' })).toHaveAccessibleDescription('Choose orders first.');
  });

  it('tells which orders could not be packed, in the courier’s words', async () => {
    const user = userEvent.setup();
    const shop = openShop(
      routes({
        'POST /admin/shipments/batch': {
          body: {
            items: [
              { orderId: 'o1', problem: { code: 'shipping.courier_refused', title: 'The courier refused.', reason: 'No such street' } },
            ],
          },
        },
      }),
    );
    openAdmin('/to-ship');
    await user.click(await screen.findByRole('checkbox', { name: 'Choose order TP-1' }));
    await user.click(screen.getByRole('button', { name: 'Buy labels and print' }));
    expect(await screen.findByText(/No such street/)).toBeVisible();
    expect(shop.to('POST /admin/shipments/batch').map(({ body }) => body)).toEqual([{ orderIds: ['o1'], carrier: 'demo' }]);
  });

  it('hands chosen parcels over', async () => {
    const user = userEvent.setup();
    openShop(routes({ 'POST /admin/shipments/s1/handover': { body: { ...parcel, status: 'inTransit' } } }));
    openAdmin('/to-ship?tab=packed');
    await user.click(await screen.findByRole('checkbox', { name: 'Choose parcel DX1' }));
    await user.click(screen.getByRole('button', { name: 'Hand over' }));
    expect(await screen.findByText('1 parcel handed over')).toBeVisible();
  });
});
