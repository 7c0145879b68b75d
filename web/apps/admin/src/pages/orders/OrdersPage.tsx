import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { orderList } from '../../data/orders.ts';
import { ListView } from '../../parts/ListView.tsx';
import { Page } from '../../parts/Page.tsx';
import { Empty } from '../../parts/States.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { orderColumns } from './orderColumns.tsx';
import { ExportMenu, OrderTools, type OrderFilter } from './OrderTools.tsx';
import { useOrderExport } from './useOrderExport.ts';

export function Component() {
  const { get, page, set } = useListSearch();
  const filter: OrderFilter = {
    status: get('status'),
    paymentStatus: get('payment'),
    q: get('q'),
    from: get('from'),
    to: get('to'),
    sort: get('sort') ?? '-placedAt',
  };
  const orders = useQuery(orderList({ ...filter, page, pageSize: 25 }));
  const csv = useOrderExport(filter, orders.data?.items);

  return (
    <Page title="Orders" actions={<ExportMenu csv={csv} total={orders.data?.total} />}>
      <ListView
        label="Orders"
        query={orders}
        columns={orderColumns}
        rowKey={(order) => order.id}
        toolbar={<OrderTools filter={filter} set={set} />}
        page={page}
        onPage={(next) => set({ page: next })}
        sort={filter.sort}
        onSort={(sort) => set({ sort })}
        empty={<NoOrders filter={filter} onReset={() => set({ q: '', from: '', to: '', payment: '' })} />}
      />
    </Page>
  );
}

function NoOrders({ filter, onReset }: { filter: OrderFilter; onReset(): void }) {
  if (filter.q || filter.from || filter.to || filter.paymentStatus) {
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
  if (filter.status) return <Empty title="Nothing here right now">Orders show up here as they reach this state.</Empty>;
  return <Empty title="No orders yet">When somebody buys, the order appears here.</Empty>;
}
