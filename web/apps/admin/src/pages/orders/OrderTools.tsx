import { Button, Menu, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, Download, X } from 'lucide-react';
import { orderTags, orderViews } from '../../data/orderDesk.ts';
import { SearchField, Views } from '../../parts/ListTools.tsx';
import listClasses from '../../parts/ListView.module.css';
import { paths } from '../../paths.ts';
import { dayRangeWords } from './orderColumns.tsx';
import { SavedViewButton, useFilterText } from './SavedViews.tsx';
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
  country: string | undefined;
  tag: string | undefined;
  product: string | undefined;
  minTotal: string | undefined;
  maxTotal: string | undefined;
  sort: string;
}

interface ToolsProps {
  filter: OrderFilter;
  set(patch: Record<string, string | undefined>, how?: { replace?: boolean }): void;
}

export function OrderTools({ filter, set }: ToolsProps) {
  const { status, q } = filter;
  const tags = useQuery(orderTags()).data ?? [];
  const saved = useQuery(orderViews()).data ?? [];
  const here = useFilterText();
  const open = saved.find((view) => view.filter === here);
  const choices = [
    ...views.map((view) => ({
      label: view.label,
      current: !open && view.status === status,
      to: paths.orders({ ...(view.status && { status: view.status }), ...(q && { q }) }),
    })),
    ...saved.map((view) => ({ label: view.name, current: view === open, to: `${paths.orders()}?${view.filter}` })),
  ];
  return (
    <>
      <Views label="Orders by status" views={choices} />
      <Chip words={dayRangeWords(filter.from, filter.to)} onRemove={() => set({ from: undefined, to: undefined })} />
      <Chip words={filter.product ? 'With one product' : null} onRemove={() => set({ product: undefined })} />
      <SavedViewButton />
      <SearchField
        label="Search orders"
        placeholder="Number, name, e-mail, SKU, parcel"
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
      {(tags.length > 0 || filter.tag) && (
        <Select
          aria-label="Tag"
          data={[{ value: '', label: 'Any tag' }, ...tags]}
          value={filter.tag ?? ''}
          searchable
          className={listClasses.pick}
          onChange={(value) => set({ tag: value ?? '' })}
        />
      )}
      <MoreFilters key={here} filter={filter} set={set} />
    </>
  );
}

function Chip({ words, onRemove }: { words: string | null; onRemove(): void }) {
  if (!words) return null;
  return (
    <Button
      size="xs"
      variant="light"
      rightSection={<X size={14} aria-hidden />}
      aria-label={`${words}. Remove this filter`}
      onClick={onRemove}
    >
      {words}
    </Button>
  );
}

/** Days, country and total: asked for now and then, so they stand one click away. */
function MoreFilters({ filter, set }: ToolsProps) {
  const used = [filter.from, filter.to, filter.country, filter.minTotal, filter.maxTotal].filter(Boolean).length;
  const field = (name: 'from' | 'to' | 'country' | 'minTotal' | 'maxTotal', label: string, more: object) => (
    <TextInput
      label={label}
      size="sm"
      defaultValue={filter[name] ?? ''}
      mb="xs"
      onBlur={(event) => event.currentTarget.value.trim() !== (filter[name] ?? '') && set({ [name]: event.currentTarget.value.trim() })}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      {...more}
    />
  );
  return (
    <Menu position="bottom-end" width={260} closeOnItemClick={false} trapFocus={false}>
      <Menu.Target>
        <Button variant="default" rightSection={<ChevronDown size={14} aria-hidden />}>
          {used > 0 ? `More filters (${used})` : 'More filters'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown p="md">
        {field('from', 'Placed from', { type: 'date' })}
        {field('to', 'Placed until', { type: 'date' })}
        {field('country', 'Goes to', { placeholder: 'Country code, like DE', maxLength: 2 })}
        {field('minTotal', 'Total from', { inputMode: 'decimal' })}
        {field('maxTotal', 'Total up to', { inputMode: 'decimal' })}
      </Menu.Dropdown>
    </Menu>
  );
}

export function ExportMenu({ csv }: { csv: ReturnType<typeof useOrderExport> }) {
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
        <Menu.Item onClick={() => void csv.exportAll()}>The whole list as CSV</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
