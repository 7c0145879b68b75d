import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ShippingMethod } from '@tradepost/api';
import { formatMoney, isZero, plural } from '@tradepost/domain';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { shippingMethods } from '../../data/settings.ts';
import { DataTable, RowLink, type Column } from '../../parts/DataTable.tsx';
import { Card, Page } from '../../parts/Page.tsx';
import { Empty, Failed } from '../../parts/States.tsx';
import { StatusBadge } from '../../parts/StatusBadge.tsx';
import { paths } from '../../paths.ts';
import { ShippingMethodDialog } from './ShippingMethodDialog.tsx';
import { useCountries } from './useCountries.ts';

function priceWords({ basePrice, perKg, freeOver, zoneCount }: ShippingMethod): string {
  if (zoneCount) return `By zone: ${plural(zoneCount, 'zone')}`;
  const weight = perKg && !isZero(perKg) ? ` + ${formatMoney(perKg)} a kg` : '';
  return `${formatMoney(basePrice)}${weight}${freeOver ? `, free over ${formatMoney(freeOver)}` : ''}`;
}

const dayWords = ({ min, max }: ShippingMethod['estimatedDays']) => (min === max ? plural(min, 'day') : `${min}–${max} days`);

function columnsWith(nameOf: (code: string) => string): Column<ShippingMethod>[] {
  return [
    {
      key: 'name',
      header: 'Method',
      phone: 'main',
      cell: (method) => (
        <>
          <RowLink to={paths.shippingMethod(method.id)}>{method.name}</RowLink>
          <span className="row-note">{method.code}</span>
        </>
      ),
    },
    { key: 'price', header: 'Price', phone: 'sub', cell: (method) => <span>{priceWords(method)}</span> },
    {
      key: 'days',
      header: 'Arrives in',
      phone: 'subEnd',
      width: 120,
      cell: (method) => <span className="figures soft">{dayWords(method.estimatedDays)}</span>,
    },
    {
      key: 'countries',
      header: 'Where',
      cell: (method) => <span className="soft">{method.countries ? method.countries.map(nameOf).join(', ') : 'Everywhere'}</span>,
    },
    {
      key: 'active',
      header: 'State',
      phone: 'end',
      width: 100,
      cell: (method) => <StatusBadge label={method.active ? 'Offered' : 'Off'} tone={method.active ? 'ok' : 'neutral'} />,
    },
  ];
}

export function Component() {
  const methods = useQuery(shippingMethods());
  const { nameOf } = useCountries();
  const [adding, setAdding] = useState(false);
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      New method
    </Button>
  );
  const failed = methods.isError && !methods.data;
  return (
    <Page title="Shipping methods" note="What buyers can choose at checkout. Placed orders keep the price they had." actions={add} narrow>
      <Card flush>
        {failed && <Failed what="The shipping methods could not be loaded." error={methods.error} onRetry={() => void methods.refetch()} />}
        {methods.data?.length === 0 && (
          <Empty title="No shipping methods" action={add}>
            Nobody can check out until there is one.
          </Empty>
        )}
        {!failed && methods.data?.length !== 0 && (
          <DataTable
            label="Shipping methods"
            columns={columnsWith(nameOf)}
            rows={methods.data}
            rowKey={(method) => method.id}
          />
        )}
      </Card>
      <ShippingMethodDialog opened={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}
