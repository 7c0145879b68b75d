import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TaxRate } from '@tradepost/api';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { taxClassList, taxRateList } from '../../data/taxes.ts';
import { RowButton, type Column } from '../../parts/DataTable.tsx';
import { ListView } from '../../parts/ListView.tsx';
import listClasses from '../../parts/ListView.module.css';
import { Page } from '../../parts/Page.tsx';
import { Empty } from '../../parts/States.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { paths } from '../../paths.ts';
import { TaxRateDialog } from './TaxRateDialog.tsx';
import { everyClass, zoneOf } from './taxes/rates.ts';
import { TaxTabs } from './taxes/TaxTabs.tsx';
import { useCountries } from './useCountries.ts';

interface Names {
  country(code: string): string;
  taxClass(code: string): string;
}

function columnsWith(edit: (rate: TaxRate) => void, names: Names): Column<TaxRate>[] {
  return [
    { key: 'name', header: 'Name', phone: 'main', cell: (rate) => <RowButton onClick={() => edit(rate)}>{rate.name}</RowButton> },
    {
      key: 'place',
      header: 'Where',
      phone: 'sub',
      cell: (rate) => (
        <>
          {[names.country(rate.country), rate.state].filter(Boolean).join(', ')}
          {zoneOf(rate) && <span className="row-note">{zoneOf(rate)}</span>}
        </>
      ),
    },
    { key: 'class', header: 'Class', phone: 'foot', width: 170, cell: (rate) => names.taxClass(rate.taxClass) },
    {
      key: 'shipping',
      header: 'Shipping',
      phone: 'subEnd',
      width: 120,
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
  const { get, page, set } = useListSearch();
  const country = get('country');
  const rates = useQuery(taxRateList({ country, page, pageSize: 25 }));
  const classes = useQuery(taxClassList()).data?.items ?? [];
  const { choices, nameOf } = useCountries();
  const [editing, setEditing] = useState<TaxRate | 'new' | null>(null);
  const names: Names = {
    country: nameOf,
    taxClass: (code) => (code === everyClass ? 'Every class' : (classes.find((one) => one.code === code)?.name ?? code)),
  };
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setEditing('new')}>
      New tax rate
    </Button>
  );
  const toolbar = (
    <>
      <TaxTabs current="rates" />
      <Select
        aria-label="Country"
        placeholder="All countries"
        className={listClasses.search}
        data={choices}
        value={country ?? null}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'All countries' }}
        onChange={(value) => set({ country: value ?? '' })}
      />
    </>
  );
  return (
    <Page title="Taxes" note="What is added to an order by where it goes. Placed orders keep the rates they had." actions={add}>
      <ListView
        label="Tax rates"
        query={rates}
        columns={columnsWith(setEditing, names)}
        rowKey={(rate) => rate.id}
        toolbar={toolbar}
        page={page}
        onPage={(next) => set({ page: next })}
        empty={
          <Empty
            title={country ? `No tax rates for ${nameOf(country)}` : 'No tax rates'}
            action={
              <Button variant="default" component={Link} to={paths.taxPresets()}>
                Look at the ready-made tables
              </Button>
            }
          >
            {country ? 'Orders that go there are not taxed.' : 'Orders are not taxed until there is one.'}
          </Empty>
        }
      />
      <TaxRateDialog editing={editing} onClose={() => setEditing(null)} />
    </Page>
  );
}
