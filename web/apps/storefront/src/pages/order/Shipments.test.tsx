import { render, screen, within } from '@testing-library/react';
import type { Order, Shipment } from '@tradepost/api';
import { Toasts } from '../../toasts/Toasts.tsx';
import { Shipments } from './Shipments.tsx';

const parcel = (more: Partial<Shipment>): Shipment => ({
  id: 's1',
  carrier: 'Demo Express',
  service: 'standard',
  trackingNumber: 'DX1',
  status: 'inTransit',
  lines: [{ lineId: 'l1', quantity: 1 }],
  events: [
    { at: '2026-11-20T10:00:00Z', status: 'inTransit', description: 'Handed to Demo Express' },
    { at: '2026-11-20T12:00:00Z', status: 'inTransit', description: 'Sorted and loaded', place: 'Central sorting hub' },
  ],
  ...more,
});

function show(...shipments: Shipment[]) {
  const order = { id: 'o1', lines: [{ id: 'l1', name: 'Laptop' }], shipments } as unknown as Order;
  render(
    <Toasts>
      <Shipments order={order} />
    </Toasts>,
  );
}

describe('a parcel', () => {
  it('tells the day it should arrive, its steps and what happened, the newest first', () => {
    show(parcel({ dueOn: '2026-11-24' }));
    expect(screen.getByText('It should arrive by Tuesday, November 24.')).toBeVisible();
    expect(screen.getByText('On its way', { selector: '[aria-current] *' })).toBeVisible();
    const events = within(screen.getByRole('group')).getAllByRole('listitem');
    expect(events[0]).toHaveTextContent('Sorted and loaded, Central sorting hub');
  });

  it('says in the carrier’s words why it is held up', () => {
    show(parcel({ status: 'exception', problem: 'Nobody was there to take it' }));
    expect(screen.getByRole('alert')).toHaveTextContent('Nobody was there to take it');
  });

  it('names what is in it once there are several', () => {
    show(parcel({}), parcel({ id: 's2', status: 'delivered', deliveredAt: '2026-11-21T09:00:00Z' }));
    expect(screen.getAllByText('1 × Laptop')).toHaveLength(2);
    expect(screen.getByText(/^Arrived /)).toBeVisible();
  });
});
