import { Alert, Button, CopyButton, Menu } from '@mantine/core';
import type { Order, StaffShipment } from '@tradepost/api';
import { formatMoney } from '@tradepost/domain';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useDeliver } from '../../data/orders.ts';
import { problemOf } from '../../data/problems.ts';
import { saveParcelPapers, useHandOver, useVoidLabel } from '../../data/shipments.ts';
import { factOf, StatusBadge } from '../../parts/StatusBadge.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { Moment } from '../../parts/Words.tsx';
import classes from './Order.module.css';
import { parcelStatuses, trackingLink } from './shipping.ts';

function contents(order: Order, parcel: StaffShipment): string {
  const parts = parcel.lines.map(({ lineId, quantity }) => {
    const name = order.lines.find((line) => line.id === lineId)?.name ?? 'a line';
    return `${quantity} × ${name}`;
  });
  return parts.join(', ');
}

/** A parcel, what is wrong with it, and what can be done with it now. */
export function ParcelRow({ order, parcel }: { order: Order; parcel: StaffShipment }) {
  const facts = [
    parcel.weightGrams ? `${(parcel.weightGrams / 1000).toLocaleString('en-US')} kg` : null,
    parcel.cost ? `label ${formatMoney(parcel.cost)}` : null,
  ].filter(Boolean);
  const latest = parcel.events.at(-1);
  return (
    <li className={classes.shipment}>
      <div className={classes.shipmentMain}>
        <p className={classes.shipmentHead}>
          <strong>{[parcel.carrier, parcel.service].filter(Boolean).join(' · ')}</strong>
          <StatusBadge {...factOf(parcelStatuses, parcel.status)} />
        </p>
        {parcel.trackingNumber && <Tracking parcel={parcel} number={parcel.trackingNumber} />}
        <p className="row-note">{[contents(order, parcel), ...facts].join(' · ')}</p>
        {parcel.shippedAt && (
          <p className="row-note">
            Shipped <Moment at={parcel.shippedAt} />
            {parcel.dueOn && `, promised by ${parcel.dueOn}`}
          </p>
        )}
        {latest && parcel.courier && (
          <p className="row-note">
            {[latest.description, latest.place].filter(Boolean).join(', ')}, <Moment at={latest.at} />
          </p>
        )}
        {parcel.status === 'buying' && (
          <p className="row-note">The courier has not answered yet. It is asked again by itself; nothing is bought twice.</p>
        )}
        {parcel.problem && (
          <Alert color="red" role="alert" mt="xs" title={parcel.status === 'exception' ? 'The courier cannot go on' : 'The courier said'}>
            {parcel.problem}
          </Alert>
        )}
      </div>
      <ParcelActions parcel={parcel} />
    </li>
  );
}

function Tracking({ parcel, number }: { parcel: StaffShipment; number: string }) {
  const link = parcel.trackingUrl ?? trackingLink(parcel.carrier, number);
  return (
    <p className={classes.tracking}>
      {link ? (
        <a className="text-link mono" href={link} target="_blank" rel="noreferrer">
          {number}
        </a>
      ) : (
        <span className="mono">{number}</span>
      )}
      <CopyButton value={number}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="subtle" onClick={copy}>
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
    </p>
  );
}

function ParcelActions({ parcel }: { parcel: StaffShipment }) {
  const deliver = useDeliver();
  const handOver = useHandOver();
  const voiding = useVoidLabel();
  const toast = useToast();
  const [printing, setPrinting] = useState(false);
  const may = (action: string) => parcel.actions.includes(action);
  const run = async (work: () => Promise<unknown>, done: string, failed: string) => {
    try {
      await work();
      toast({ title: done });
    } catch (error) {
      toast({ title: failed, detail: problemOf(error).message, tone: 'danger' });
    }
  };
  const print = async (kind: 'label' | 'packingSlip', format: 'pdf' | 'zpl' = 'pdf') => {
    setPrinting(true);
    await saveParcelPapers([parcel.id], kind, format).catch((error: unknown) =>
      toast({ title: 'Nothing was printed', detail: problemOf(error).message, tone: 'danger' }),
    );
    setPrinting(false);
  };
  const number = parcel.trackingNumber ?? '';
  return (
    <div className={classes.parcelActions}>
      {may('print') && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" loading={printing} leftSection={<Printer size={16} aria-hidden />}>
              Print
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void print('label')}>Label, PDF</Menu.Item>
            <Menu.Item onClick={() => void print('label', 'zpl')}>Label, ZPL</Menu.Item>
            <Menu.Item onClick={() => void print('packingSlip')}>Packing slip</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {may('void') && (
        <Button
          variant="default"
          loading={voiding.isPending}
          onClick={() => void run(() => voiding.mutateAsync(parcel.id), 'The label goes back', 'The label was not given back')}
        >
          Void label
        </Button>
      )}
      {may('handOver') && (
        <Button
          loading={handOver.isPending}
          onClick={() => void run(() => handOver.mutateAsync(parcel.id), `Parcel ${number} is handed over`, 'It was not handed over')}
        >
          Hand over
        </Button>
      )}
      {may('deliver') && (
        <Button
          variant="default"
          loading={deliver.isPending}
          onClick={() =>
            void run(() => deliver.mutateAsync(parcel.id), `Parcel ${number} is delivered`, 'The parcel was not marked as delivered')
          }
        >
          Mark delivered
        </Button>
      )}
    </div>
  );
}
