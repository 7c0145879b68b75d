import { useQuery } from '@tanstack/react-query';
import type { TaxPreset } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { useState } from 'react';
import { taxPresetList } from '../../../data/taxes.ts';
import { RowButton, type Column } from '../../../parts/DataTable.tsx';
import { ListView } from '../../../parts/ListView.tsx';
import { Page } from '../../../parts/Page.tsx';
import { Empty } from '../../../parts/States.tsx';
import { TaxPresetDialog } from './TaxPresetDialog.tsx';
import { TaxTabs } from './TaxTabs.tsx';

function columnsWith(open: (preset: TaxPreset) => void): Column<TaxPreset>[] {
  return [
    {
      key: 'name',
      header: 'Table',
      phone: 'main',
      cell: (preset) => (
        <>
          <RowButton onClick={() => open(preset)}>{preset.name}</RowButton>
          <span className="row-note">{preset.source}</span>
        </>
      ),
    },
    {
      key: 'size',
      header: 'Holds',
      phone: 'sub',
      width: 190,
      cell: (preset) => `${plural(preset.rates, 'rate')}, ${plural(preset.countries.length, 'country', 'countries')}`,
    },
    { key: 'asOf', header: 'As of', phone: 'end', end: true, width: 120, cell: (preset) => <span className="figures">{preset.asOf}</span> },
  ];
}

export function Component() {
  const presets = useQuery(taxPresetList());
  const [open, setOpen] = useState<TaxPreset | null>(null);
  return (
    <Page title="Taxes" note="Tables of rates the shop knows by itself. Look at what one would change, then take it over.">
      <ListView
        label="Tables of taxes"
        query={presets}
        columns={columnsWith(setOpen)}
        rowKey={(preset) => preset.id}
        toolbar={<TaxTabs current="presets" />}
        page={1}
        onPage={() => undefined}
        empty={<Empty title="No tables">This version of the shop knows none.</Empty>}
      />
      <TaxPresetDialog preset={open} onClose={() => setOpen(null)} />
    </Page>
  );
}
