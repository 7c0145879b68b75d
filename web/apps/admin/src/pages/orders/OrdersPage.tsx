import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { StaffOrder } from '@tradepost/api';
import { useLocation } from 'react-router';
import { orderList } from '../../data/orders.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { ListView } from '../../parts/ListView.tsx';
import { Page } from '../../parts/Page.tsx';
import { Empty } from '../../parts/States.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { BulkBar } from './BulkBar.tsx';
import classes from './Desk.module.css';
import { LookMenu } from './LookMenu.tsx';
import { orderColumns } from './orderColumns.tsx';
import { ExportMenu, OrderTools, type OrderFilter } from './OrderTools.tsx';
import { useLook } from './useLook.ts';
import { useOrderExport } from './useOrderExport.ts';
import { useSelection } from './useSelection.ts';

export function Component() {
  const { get, page, set } = useListSearch();
  const filter: OrderFilter = {
    status: get('status'),
    paymentStatus: get('payment'),
    q: get('q'),
    from: get('from'),
    to: get('to'),
    country: get('country'),
    tag: get('tag'),
    product: get('product'),
    minTotal: get('minTotal'),
    maxTotal: get('maxTotal'),
    sort: get('sort') ?? '-placedAt',
  };
  const orders = useQuery(orderList({ ...filter, page, pageSize: 25 }));
  const csv = useOrderExport(filter, orders.data?.items);
  const look = useLook();
  const chosen = useSelection(useLocation().search);
  const shown = orderColumns.filter((column) => !look.hidden.includes(column.key));
  const reset = { q: '', from: '', to: '', payment: '', country: '', tag: '', product: '', minTotal: '', maxTotal: '' };

  return (
    <Page
      title="Orders"
      actions={
        <>
          <LookMenu columns={orderColumns} look={look} />
          <ExportMenu csv={csv} />
        </>
      }
    >
      <ListView
        label="Orders"
        query={orders}
        columns={[choiceColumn(chosen), ...shown]}
        rowKey={(order) => order.id}
        toolbar={<OrderTools filter={filter} set={set} />}
        page={page}
        onPage={(next) => set({ page: next })}
        sort={filter.sort}
        onSort={(sort) => set({ sort })}
        dense={look.dense}
        empty={<NoOrders filter={filter} onReset={() => set(reset)} />}
      />
      <BulkBar ids={[...chosen.ids]} onClear={chosen.clear} />
    </Page>
  );
}

function choiceColumn(chosen: ReturnType<typeof useSelection>): Column<StaffOrder> {
  return {
    key: 'choice',
    header: 'Choose',
    quiet: true,
    width: 1,
    cell: (order) => (
      <Checkbox
        size="sm"
        className={classes.check}
        aria-label={`Choose order ${order.number}`}
        checked={chosen.ids.has(order.id)}
        onChange={(event) => chosen.set([order.id], event.currentTarget.checked)}
      />
    ),
  };
}

function NoOrders({ filter, onReset }: { filter: OrderFilter; onReset(): void }) {
  const { status, sort: _sort, ...others } = filter;
  if (Object.values(others).some(Boolean)) {
    const reset = (
      <Button variant="default" onClick={onReset}>
        Remove the filters
      </Button>
    );
    return (
      <Empty title="No order fits" action={reset}>
        Try another word, or look in all orders.
      </Empty>
    );
  }
  if (status) return <Empty title="Nothing here right now">Orders show up here as they reach this state.</Empty>;
  return <Empty title="No orders yet">When somebody buys, the order appears here.</Empty>;
}
