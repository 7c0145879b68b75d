import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TaxClass } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { taxClassList } from '../../../data/taxes.ts';
import { RowButton, type Column } from '../../../parts/DataTable.tsx';
import { ListView } from '../../../parts/ListView.tsx';
import { Page } from '../../../parts/Page.tsx';
import { Empty } from '../../../parts/States.tsx';
import { TaxClassDialog } from './TaxClassDialog.tsx';
import { TaxTabs } from './TaxTabs.tsx';

function columnsWith(edit: (taxClass: TaxClass) => void): Column<TaxClass>[] {
  return [
    { key: 'name', header: 'Name', phone: 'main', cell: (row) => <RowButton onClick={() => edit(row)}>{row.name}</RowButton> },
    { key: 'code', header: 'Code', phone: 'sub', cell: (row) => <code>{row.code}</code> },
    {
      key: 'rates',
      header: 'Rates',
      phone: 'end',
      end: true,
      width: 140,
      cell: (row) => <span className="soft">{row.rates === 0 ? 'None yet' : plural(row.rates, 'rate')}</span>,
    },
  ];
}

export function Component() {
  const classes = useQuery(taxClassList());
  const [editing, setEditing] = useState<TaxClass | 'new' | null>(null);
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setEditing('new')}>
      New tax class
    </Button>
  );
  return (
    <Page
      title="Taxes"
      note="Things that are taxed alike. Each product has a class; where a class has no rate, the standard one counts."
      actions={add}
    >
      <ListView
        label="Tax classes"
        query={classes}
        columns={columnsWith(setEditing)}
        rowKey={(row) => row.code}
        toolbar={<TaxTabs current="classes" />}
        page={1}
        onPage={() => undefined}
        empty={<Empty title="No tax classes">Every shop has the standard one.</Empty>}
      />
      <TaxClassDialog editing={editing} onClose={() => setEditing(null)} />
    </Page>
  );
}
