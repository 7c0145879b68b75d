import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { StaffShipment } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { problemOf } from '../../data/problems.ts';
import { saveParcelPapers, shipmentList, useHandOver } from '../../data/shipments.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { ListView } from '../../parts/ListView.tsx';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { Empty } from '../../parts/States.tsx';
import { factOf, StatusBadge } from '../../parts/StatusBadge.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { Moment } from '../../parts/Words.tsx';
import { paths } from '../../paths.ts';
import { parcelStatuses } from '../orders/shipping.ts';
import classes from './Fulfilment.module.css';

interface Props {
  views: ReactNode;
  status: string;
  empty: string;
  page: number;
  onPage(page: number): void;
}

/** Parcels of some states, to be printed again or handed over together. */
export function ParcelsTab({ views, status, empty, page, onPage }: Props) {
  const parcels = useQuery(shipmentList({ status, page, pageSize: 50 }));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const rows = (parcels.data?.items ?? []).filter(({ id }) => chosen.has(id));
  const toggle = (id: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, id] : [...before].filter((other) => other !== id)));
  return (
    <ListView
      label="Parcels"
      query={parcels}
      columns={columns(chosen, toggle)}
      rowKey={(parcel) => parcel.id}
      page={page}
      onPage={onPage}
      empty={<Empty title={empty}>It stands here as soon as there is one.</Empty>}
      toolbar={
        <>
          {views}
          <Tools rows={rows} handsOver={status.includes('packed')} onDone={() => setChosen(new Set())} />
        </>
      }
    />
  );
}

function Tools({ rows, handsOver, onDone }: { rows: StaffShipment[]; handsOver: boolean; onDone(): void }) {
  const toast = useToast();
  const handOver = useHandOver();
  const printable = rows.filter(({ actions }) => actions.includes('print')).map(({ id }) => id);
  const ready = rows.filter(({ actions }) => actions.includes('handOver'));
  const print = async () => {
    await saveParcelPapers(printable, 'label').catch((error: unknown) =>
      toast({ title: 'Nothing was printed', detail: problemOf(error).message, tone: 'danger' }),
    );
  };
  const give = async () => {
    const results = await Promise.allSettled(ready.map(({ id }) => handOver.mutateAsync(id)));
    const failed = results.find((result) => result.status === 'rejected');
    toast({
      title: `${plural(results.filter(({ status }) => status === 'fulfilled').length, 'parcel')} handed over`,
      ...(failed && { detail: problemOf(failed.reason).message, tone: 'danger' as const }),
    });
    onDone();
  };
  return (
    <div className={classes.tools}>
      <ReasonedButton variant="default" reason={printable.length === 0 ? 'Choose parcels first.' : null} onClick={() => void print()}>
        Print labels
      </ReasonedButton>
      {handsOver && (
        <ReasonedButton reason={ready.length === 0 ? 'Choose packed parcels first.' : null} onClick={() => void give()}>
          Hand over
        </ReasonedButton>
      )}
      {rows.length > 0 && (
        <Button variant="subtle" onClick={onDone}>
          {`Choose none of ${plural(rows.length, 'parcel')}`}
        </Button>
      )}
    </div>
  );
}

function columns(chosen: ReadonlySet<string>, toggle: (id: string, on: boolean) => void): Column<StaffShipment>[] {
  return [
    {
      key: 'choice',
      header: 'Choose',
      quiet: true,
      width: 1,
      phone: 'end',
      cell: (parcel) => (
        <Checkbox
          aria-label={`Choose parcel ${parcel.trackingNumber ?? parcel.id}`}
          checked={chosen.has(parcel.id)}
          onChange={(event) => toggle(parcel.id, event.currentTarget.checked)}
        />
      ),
    },
    {
      key: 'order',
      header: 'Order',
      phone: 'main',
      cell: (parcel) => (
        <Link className="row-main" to={paths.order(parcel.orderId)}>
          {parcel.orderNumber ?? 'Order'}
        </Link>
      ),
    },
    {
      key: 'state',
      header: 'State',
      phone: 'sub',
      cell: (parcel) => (
        <>
          <StatusBadge {...factOf(parcelStatuses, parcel.status)} />
          {parcel.problem && <span className="row-note">{parcel.problem}</span>}
        </>
      ),
    },
    { key: 'carrier', header: 'Carrier', cell: (parcel) => [parcel.carrier, parcel.service].filter(Boolean).join(' · ') },
    {
      key: 'number',
      header: 'Tracking number',
      phone: 'foot',
      cell: (parcel) => <span className="mono">{parcel.trackingNumber ?? '–'}</span>,
    },
    { key: 'since', header: 'Since', phone: 'subEnd', cell: (parcel) => <Moment at={parcel.shippedAt ?? parcel.createdAt} /> },
  ];
}
