import { useQuery } from '@tanstack/react-query';
import type { Order, Shipment, StaffShipment } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { shipmentsOf } from '../../data/shipments.ts';
import { Card } from '../../parts/Page.tsx';
import classes from './Order.module.css';
import { ParcelRow } from './ParcelRow.tsx';

/** What the order itself tells of a parcel, for the moment before the parcels are read. */
function asStaffSee(order: Order, shipment: Shipment): StaffShipment {
  const status = shipment.status as StaffShipment['status'];
  return {
    ...shipment,
    orderId: order.id,
    status,
    lines: shipment.lines ?? [],
    events: shipment.events ?? [],
    createdAt: shipment.shippedAt ?? order.placedAt,
    actions: status === 'delivered' ? [] : ['deliver'],
  };
}

/** The parcels of an order: those with a label that wait here, those on their way, those that arrived. */
export function Shipments({ order }: { order: Order }) {
  const read = useQuery(shipmentsOf(order.id));
  const parcels = (read.data ?? order.shipments.map((shipment) => asStaffSee(order, shipment))).filter(({ status }) => status !== 'voided');
  return (
    <Card title={parcels.length > 1 ? plural(parcels.length, 'parcel') : 'Parcel'}>
      {parcels.length === 0 ? (
        <p className={classes.plain}>{order.status === 'cancelled' ? 'Nothing was shipped.' : 'Nothing has been shipped yet.'}</p>
      ) : (
        <ul className={classes.shipments}>
          {parcels.map((parcel) => (
            <ParcelRow key={parcel.id} order={order} parcel={parcel} />
          ))}
        </ul>
      )}
    </Card>
  );
}
