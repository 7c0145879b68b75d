import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TaxExemption } from '@tradepost/api';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { taxExemptionList } from '../../../data/taxes.ts';
import { RowButton, type Column } from '../../../parts/DataTable.tsx';
import { ListView } from '../../../parts/ListView.tsx';
import { SearchField } from '../../../parts/ListTools.tsx';
import { Page } from '../../../parts/Page.tsx';
import { Empty } from '../../../parts/States.tsx';
import { useListSearch } from '../../../parts/useListSearch.ts';
import { useCountries } from '../useCountries.ts';
import { validityOf } from './exemptions.ts';
import { TaxExemptionDialog } from './TaxExemptionDialog.tsx';
import { TaxTabs } from './TaxTabs.tsx';

function columnsWith(edit: (row: TaxExemption) => void, nameOf: (code: string) => string): Column<TaxExemption>[] {
  return [
    {
      key: 'who',
      header: 'Customer',
      phone: 'main',
      cell: (row) => <RowButton onClick={() => edit(row)}>{row.email}</RowButton>,
    },
    {
      key: 'number',
      header: 'Certificate',
      phone: 'sub',
      cell: (row) => (
        <>
          {row.number}
          {row.note && <span className="row-note">{row.note}</span>}
        </>
      ),
    },
    { key: 'place', header: 'Where', phone: 'subEnd', cell: (row) => [nameOf(row.country), row.state].filter(Boolean).join(', ') },
    { key: 'valid', header: 'Valid', end: true, cell: (row) => <span className="soft">{validityOf(row)}</span> },
  ];
}

export function Component() {
  const { get, page, set } = useListSearch();
  const email = get('email');
  const exemptions = useQuery(taxExemptionList({ email, page, pageSize: 25 }));
  const { nameOf } = useCountries();
  const [editing, setEditing] = useState<TaxExemption | 'new' | null>(null);
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setEditing('new')}>
      New exemption
    </Button>
  );
  const toolbar = (
    <>
      <TaxTabs current="exemptions" />
      <SearchField
        label="Find by e-mail"
        placeholder="Whole e-mail address"
        value={email}
        onSearch={(text) => set({ email: text }, { replace: true })}
      />
    </>
  );
  return (
    <Page
      title="Taxes"
      note="Customers who pay no tax where their certificate holds. Its number stays with every order it frees."
      actions={add}
    >
      <ListView
        label="Tax exemptions"
        query={exemptions}
        columns={columnsWith(setEditing, nameOf)}
        rowKey={(row) => row.id}
        toolbar={toolbar}
        page={page}
        onPage={(next) => set({ page: next })}
        empty={
          email ? (
            <Empty title={`No exemption of ${email}`}>The whole address is compared, in any case of letters.</Empty>
          ) : (
            <Empty title="No tax exemptions" action={add}>
              Everybody pays the taxes of where their order goes.
            </Empty>
          )
        }
      />
      <TaxExemptionDialog editing={editing} onClose={() => setEditing(null)} />
    </Page>
  );
}
