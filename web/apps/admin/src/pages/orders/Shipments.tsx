import { Button, CopyButton } from '@mantine/core';
import type { Order, Shipment } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { useDeliver } from '../../data/orders.ts';
import { problemOf } from '../../data/problems.ts';
import { Card } from '../../parts/Page.tsx';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { StatusBadge } from '../../parts/StatusBadge.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { Moment } from '../../parts/Words.tsx';
import classes from './Order.module.css';
import { trackingLink } from './shipping.ts';

function contents(order: Order, shipment: Shipment): string {
  const parts = (shipment.lines ?? []).map(({ lineId, quantity }) => {
    const name = order.lines.find((line) => line.id === lineId)?.name ?? 'a line';
    return `${quantity} × ${name}`;
  });
  return parts.join(', ');
}

function ShipmentRow({ order, shipment }: { order: Order; shipment: Shipment }) {
  const deliver = useDeliver();
  const toast = useToast();
  const delivered = shipment.status === 'delivered';
  const link = trackingLink(shipment.carrier, shipment.trackingNumber ?? '');
  const reason = delivered ? 'This parcel has arrived.' : null;

  const markDelivered = async () => {
    try {
      await deliver.mutateAsync(shipment.id);
      toast({ title: `Parcel ${shipment.trackingNumber ?? ''} is delivered` });
    } catch (error) {
      toast({ title: 'The parcel was not marked as delivered', detail: problemOf(error).message, tone: 'danger' });
    }
  };

  return (
    <li className={classes.shipment}>
      <div className={classes.shipmentMain}>
        <p className={classes.shipmentHead}>
          <strong>{[shipment.carrier, shipment.service].filter(Boolean).join(' · ')}</strong>
          <StatusBadge label={delivered ? 'Delivered' : 'On its way'} tone={delivered ? 'ok' : 'info'} />
        </p>
        {shipment.trackingNumber && (
          <p className={classes.tracking}>
            {link ? (
              <a className="text-link mono" href={link} target="_blank" rel="noreferrer">
                {shipment.trackingNumber}
              </a>
            ) : (
              <span className="mono">{shipment.trackingNumber}</span>
            )}
            <CopyButton value={shipment.trackingNumber}>
              {({ copied, copy }) => (
                <Button size="compact-xs" variant="subtle" onClick={copy}>
                  {copied ? 'Copied' : 'Copy'}
                </Button>
              )}
            </CopyButton>
          </p>
        )}
        <p className="row-note">{contents(order, shipment)}</p>
        {shipment.shippedAt && (
          <p className="row-note">
            Shipped <Moment at={shipment.shippedAt} />
          </p>
        )}
      </div>
      {!delivered && (
        <ReasonedButton variant="default" reason={reason} loading={deliver.isPending} onClick={() => void markDelivered()}>
          Mark delivered
        </ReasonedButton>
      )}
    </li>
  );
}

export function Shipments({ order }: { order: Order }) {
  const { shipments } = order;
  return (
    <Card title={shipments.length > 1 ? plural(shipments.length, 'parcel') : 'Parcel'}>
      {shipments.length === 0 ? (
        <p className={classes.plain}>{order.status === 'cancelled' ? 'Nothing was shipped.' : 'Nothing has been shipped yet.'}</p>
      ) : (
        <ul className={classes.shipments}>
          {shipments.map((shipment) => (
            <ShipmentRow key={shipment.id} order={order} shipment={shipment} />
          ))}
        </ul>
      )}
    </Card>
  );
}
