import { Button, Menu, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, Download, X } from 'lucide-react';
import { orderList } from '../../data/orders.ts';
import { ListView } from '../../parts/ListView.tsx';
import { SearchField, Views } from '../../parts/ListTools.tsx';
import listClasses from '../../parts/ListView.module.css';
import { Page } from '../../parts/Page.tsx';
import { Empty } from '../../parts/States.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { paths } from '../../paths.ts';
import { dayRangeWords, orderColumns } from './orderColumns.tsx';
import { useOrderExport } from './useOrderExport.ts';

const views = [
  { status: undefined, label: 'All' },
  { status: 'processing', label: 'To ship' },
  { status: 'pendingPayment', label: 'Awaiting payment' },
  { status: 'shipped', label: 'Shipped' },
  { status: 'delivered', label: 'Delivered' },
  { status: 'cancelled', label: 'Cancelled' },
];

const payments = [
  { value: '', label: 'Any payment' },
  { value: 'pending', label: 'Unpaid' },
  { value: 'paid', label: 'Paid' },
  { value: 'failed', label: 'Payment failed' },
  { value: 'refunded', label: 'Refunded' },
];

export function Component() {
  const { get, page, set } = useListSearch();
  const status = get('status');
  const filter = {
    status,
    paymentStatus: get('payment'),
    q: get('q'),
    from: get('from'),
    to: get('to'),
    sort: get('sort') ?? '-placedAt',
  };
  const orders = useQuery(orderList({ ...filter, page, pageSize: 25 }));
  const csv = useOrderExport(filter, orders.data?.items);
  const range = dayRangeWords(filter.from, filter.to);
  const filtered = Boolean(filter.q || range || filter.paymentStatus);

  const toolbar = (
    <>
      <Views
        label="Orders by status"
        views={views.map((view) => ({
          label: view.label,
          current: view.status === status,
          to: paths.orders({ ...(view.status && { status: view.status }), ...(filter.q && { q: filter.q }) }),
        }))}
      />
      {range && (
        <Button
          size="xs"
          variant="light"
          rightSection={<X size={14} aria-hidden />}
          aria-label={`${range}. Remove this filter`}
          onClick={() => set({ from: undefined, to: undefined })}
        >
          {range}
        </Button>
      )}
      <SearchField
        label="Search orders"
        placeholder="Number, name or e-mail"
        value={filter.q}
        onSearch={(q) => set({ q }, { replace: true })}
      />
      <Select
        aria-label="Payment"
        data={payments}
        value={filter.paymentStatus ?? ''}
        className={listClasses.pick}
        onChange={(value) => set({ payment: value ?? '' })}
      />
    </>
  );

  const exportMenu = (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<Download size={16} aria-hidden />}
          rightSection={<ChevronDown size={14} aria-hidden />}
          loading={csv.busy}
        >
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={csv.exportPage}>This page as CSV</Menu.Item>
        <Menu.Item onClick={() => void csv.exportAll()}>
          {`The whole list as CSV${orders.data ? ` (${orders.data.total.toLocaleString('en-US')})` : ''}`}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );

  return (
    <Page title="Orders" actions={exportMenu}>
      <ListView
        label="Orders"
        query={orders}
        columns={orderColumns}
        rowKey={(order) => order.id}
        toolbar={toolbar}
        page={page}
        onPage={(next) => set({ page: next })}
        sort={filter.sort}
        onSort={(sort) => set({ sort })}
        empty={
          filtered ? (
            <Empty
              title="No order fits"
              action={
                <Button variant="default" onClick={() => set({ q: '', from: '', to: '', payment: '' })}>
                  Remove the filters
                </Button>
              }
            >
              Try another word, or look in all orders.
            </Empty>
          ) : (
            <Empty title={status ? 'Nothing here right now' : 'No orders yet'}>
              {status ? 'Orders show up here as they reach this state.' : 'When somebody buys, the order appears here.'}
            </Empty>
          )
        }
      />
    </Page>
  );
}
