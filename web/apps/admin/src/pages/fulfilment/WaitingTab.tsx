import { Button, Checkbox, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { BatchItem, StaffOrder } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { orderList } from '../../data/orders.ts';
import { problemOf } from '../../data/problems.ts';
import { courierList, saveParcelPapers, useShipMany } from '../../data/shipments.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { ListView } from '../../parts/ListView.tsx';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { Empty } from '../../parts/States.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { Moment } from '../../parts/Words.tsx';
import { paths } from '../../paths.ts';
import classes from './Fulfilment.module.css';

interface Props {
  views: ReactNode;
  page: number;
  onPage(page: number): void;
}

/** Orders that are paid and wait to be packed, the oldest first. */
export function WaitingTab({ views, page, onPage }: Props) {
  const orders = useQuery(orderList({ status: 'processing', sort: 'placedAt', page, pageSize: 50 }));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const shown = orders.data?.items ?? [];
  const ids = shown.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const toggle = (id: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, id] : [...before].filter((other) => other !== id)));
  const all = shown.length > 0 && ids.length === shown.length;
  return (
    <ListView
      label="Orders to pack"
      query={orders}
      columns={columns(chosen, toggle)}
      rowKey={(order) => order.id}
      page={page}
      onPage={onPage}
      empty={<Empty title="Nothing waits to be packed">Orders come here as soon as they are paid.</Empty>}
      toolbar={
        <div className={classes.tools}>
          {views}
          <Checkbox
            label={ids.length > 0 ? `${plural(ids.length, 'order')} chosen` : 'Choose all on this page'}
            checked={all}
            indeterminate={ids.length > 0 && !all}
            disabled={shown.length === 0}
            onChange={() => setChosen(all ? new Set() : new Set(shown.map(({ id }) => id)))}
          />
          <BuyMany ids={ids} onDone={() => setChosen(new Set())} />
        </div>
      }
    />
  );
}

function columns(chosen: ReadonlySet<string>, toggle: (id: string, on: boolean) => void): Column<StaffOrder>[] {
  return [
    {
      key: 'choice',
      header: 'Choose',
      quiet: true,
      width: 1,
      phone: 'end',
      cell: (order) => (
        <Checkbox
          aria-label={`Choose order ${order.number}`}
          checked={chosen.has(order.id)}
          onChange={(event) => toggle(order.id, event.currentTarget.checked)}
        />
      ),
    },
    {
      key: 'number',
      header: 'Order',
      phone: 'main',
      cell: (order) => (
        <Link className="row-main" to={paths.order(order.id)}>
          {order.number}
        </Link>
      ),
    },
    { key: 'customer', header: 'Customer', phone: 'sub', cell: (order) => order.customerName ?? order.email },
    { key: 'items', header: 'Items', cell: (order) => plural(order.itemCount, 'unit') },
    { key: 'placedAt', header: 'Placed', phone: 'subEnd', cell: (order) => <Moment at={order.placedAt} /> },
  ];
}

function BuyMany({ ids, onDone }: { ids: string[]; onDone(): void }) {
  const couriers = useQuery(courierList()).data;
  const [carrier, setCarrier] = useState<string | null>(null);
  const [left, setLeft] = useState<BatchItem[]>([]);
  const ship = useShipMany();
  const toast = useToast();
  const offered = couriers?.couriers ?? [];
  const with_ = carrier ?? couriers?.defaultCourier ?? offered[0]?.id ?? null;
  const reason =
    offered.length === 0
      ? 'No courier sells labels here yet. Switch one on in the settings, or ship orders one by one.'
      : ids.length === 0
        ? 'Choose orders first.'
        : null;

  const buy = async (print: boolean) => {
    if (!with_) return;
    try {
      const { items } = await ship.mutateAsync({ orderIds: ids, carrier: with_ });
      const packed = items.flatMap(({ shipment }) => (shipment?.status === 'packed' ? [shipment.id] : []));
      setLeft(items.filter(({ problem }) => problem));
      toast({ title: `${plural(packed.length, 'label')} bought` });
      if (print && packed.length > 0) await saveParcelPapers(packed, 'label');
      onDone();
    } catch (error) {
      toast({ title: 'The labels were not all bought or printed', detail: problemOf(error).message, tone: 'danger' });
    }
  };
  return (
    <>
      {offered.length > 0 && (
        <Select
          aria-label="Courier"
          data={offered.map(({ id, name }) => ({ value: id, label: name }))}
          value={with_}
          allowDeselect={false}
          onChange={setCarrier}
        />
      )}
      <ReasonedButton reason={reason} loading={ship.isPending} onClick={() => void buy(true)}>
        Buy labels and print
      </ReasonedButton>
      {left.length > 0 && (
        <div role="alert" className={classes.left}>
          <p>{`${plural(left.length, 'order')} could not be packed:`}</p>
          <ul>
            {left.map(({ orderId, problem }) => (
              <li key={orderId}>
                <Link to={paths.order(orderId)}>Open the order</Link>: {problem?.reason ?? problem?.title}
              </li>
            ))}
          </ul>
          <Button size="compact-sm" variant="subtle" onClick={() => setLeft([])}>
            Hide
          </Button>
        </div>
      )}
    </>
  );
}
