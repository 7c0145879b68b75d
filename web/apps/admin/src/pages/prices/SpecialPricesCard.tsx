import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AdminPrices, SpecialPrice } from '@tradepost/api';
import { formatDateTime } from '@tradepost/domain';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { specialPrices } from '../../data/prices.ts';
import { DataTable, RowButton, type Column } from '../../parts/DataTable.tsx';
import { Card } from '../../parts/Page.tsx';
import { Empty, Failed } from '../../parts/States.tsx';
import { Amount, optionWords } from '../../parts/Words.tsx';
import { SpecialPriceDialog } from './SpecialPriceDialog.tsx';

function columnsOf(prices: AdminPrices, edit: (price: SpecialPrice) => void): Column<SpecialPrice>[] {
  const nameOf = (price: SpecialPrice) => {
    const variant = prices.variants.find((one) => one.id === price.variantId);
    return (variant && optionWords(variant.options)) || price.sku;
  };
  return [
    {
      key: 'variant',
      header: 'Variant',
      phone: 'main',
      cell: (price) => <RowButton onClick={() => edit(price)}>{nameOf(price)}</RowButton>,
    },
    { key: 'group', header: 'For', phone: 'sub', cell: (price) => price.customerGroup ?? 'Everybody' },
    { key: 'from', header: 'From units', phone: 'subEnd', cell: (price) => <span className="figures">{`${price.minQuantity}+`}</span> },
    {
      key: 'when',
      header: 'When',
      cell: (price) => (
        <span className="soft">
          {[price.startsAt && `from ${formatDateTime(price.startsAt)}`, price.endsAt && `until ${formatDateTime(price.endsAt)}`]
            .filter(Boolean)
            .join(' ') || 'Always'}
        </span>
      ),
    },
    { key: 'price', header: 'Price', phone: 'end', end: true, width: 110, cell: (price) => <Amount value={price.price} /> },
  ];
}

export function SpecialPricesCard({ prices }: { prices: AdminPrices }) {
  const list = useQuery(specialPrices(prices.variants.map((variant) => variant.id)));
  const [editing, setEditing] = useState<SpecialPrice | 'new' | null>(null);
  const add = (
    <Button size="xs" variant="default" leftSection={<Plus size={14} aria-hidden />} onClick={() => setEditing('new')}>
      Add a special price
    </Button>
  );
  const none = list.data?.items.length === 0;
  return (
    <Card title="Special prices" aside={add} flush>
      {list.isError && <Failed what="The special prices could not be loaded." error={list.error} onRetry={() => void list.refetch()} />}
      {none && <Empty title="No special prices">Lower prices from a number of units on, or for a group of customers.</Empty>}
      {!list.isError && !none && (
        <DataTable label="Special prices" columns={columnsOf(prices, setEditing)} rows={list.data?.items} rowKey={(price) => price.id} />
      )}
      <SpecialPriceDialog prices={prices} editing={editing} onClose={() => setEditing(null)} />
    </Card>
  );
}
