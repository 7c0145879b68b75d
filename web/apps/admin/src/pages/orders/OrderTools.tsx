import { Button, Menu, Select } from '@mantine/core';
import { ChevronDown, Download, X } from 'lucide-react';
import { SearchField, Views } from '../../parts/ListTools.tsx';
import listClasses from '../../parts/ListView.module.css';
import { paths } from '../../paths.ts';
import { dayRangeWords } from './orderColumns.tsx';
import type { useOrderExport } from './useOrderExport.ts';

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

export interface OrderFilter {
  status: string | undefined;
  paymentStatus: string | undefined;
  q: string | undefined;
  from: string | undefined;
  to: string | undefined;
  sort: string;
}

interface ToolsProps {
  filter: OrderFilter;
  set(patch: Record<string, string | undefined>, how?: { replace?: boolean }): void;
}

export function OrderTools({ filter, set }: ToolsProps) {
  const { status, q } = filter;
  const range = dayRangeWords(filter.from, filter.to);
  const choices = views.map((view) => ({
    label: view.label,
    current: view.status === status,
    to: paths.orders({ ...(view.status && { status: view.status }), ...(q && { q }) }),
  }));
  return (
    <>
      <Views label="Orders by status" views={choices} />
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
        value={q}
        onSearch={(text) => set({ q: text }, { replace: true })}
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
}

export function ExportMenu({ csv, total }: { csv: ReturnType<typeof useOrderExport>; total: number | undefined }) {
  return (
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
          {`The whole list as CSV${total === undefined ? '' : ` (${total.toLocaleString('en-US')})`}`}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
