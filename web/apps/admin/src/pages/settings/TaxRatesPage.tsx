import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TaxRate } from '@tradepost/api';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { taxRates } from '../../data/settings.ts';
import { DataTable, RowButton, type Column } from '../../parts/DataTable.tsx';
import { Card, Page } from '../../parts/Page.tsx';
import { Empty, Failed } from '../../parts/States.tsx';
import { TaxRateDialog } from './TaxRateDialog.tsx';
import { useCountries } from './useCountries.ts';

function columnsWith(edit: (rate: TaxRate) => void, nameOf: (code: string) => string): Column<TaxRate>[] {
  return [
    { key: 'name', header: 'Name', phone: 'main', cell: (rate) => <RowButton onClick={() => edit(rate)}>{rate.name}</RowButton> },
    { key: 'place', header: 'Where', phone: 'sub', cell: (rate) => [nameOf(rate.country), rate.state].filter(Boolean).join(', ') },
    {
      key: 'shipping',
      header: 'Shipping',
      phone: 'subEnd',
      cell: (rate) => <span className="soft">{rate.appliesToShipping ? 'Taxed too' : 'Not taxed'}</span>,
    },
    {
      key: 'percent',
      header: 'Rate',
      phone: 'end',
      end: true,
      width: 110,
      cell: (rate) => <span className="figures">{`${rate.percent} %`}</span>,
    },
  ];
}

export function Component() {
  const rates = useQuery(taxRates());
  const { nameOf } = useCountries();
  const [editing, setEditing] = useState<TaxRate | 'new' | null>(null);
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setEditing('new')}>
      New tax rate
    </Button>
  );
  const failed = rates.isError && !rates.data;
  return (
    <Page title="Tax rates" note="What is added to an order by where it goes. Placed orders keep the rate they had." actions={add} narrow>
      <Card flush>
        {failed && <Failed what="The tax rates could not be loaded." error={rates.error} onRetry={() => void rates.refetch()} />}
        {rates.data?.length === 0 && (
          <Empty title="No tax rates" action={add}>
            Orders are not taxed until there is one.
          </Empty>
        )}
        {!failed && rates.data?.length !== 0 && (
          <DataTable label="Tax rates" columns={columnsWith(setEditing, nameOf)} rows={rates.data} rowKey={(rate) => rate.id} />
        )}
      </Card>
      <TaxRateDialog editing={editing} onClose={() => setEditing(null)} />
    </Page>
  );
}
