import { ActionIcon, Button } from '@mantine/core';
import type { ShippingMethodDetail, ShippingZone } from '@tradepost/api';
import { ArrowDown, ArrowUp, FileUp, Plus } from 'lucide-react';
import { useState } from 'react';
import { problemOf } from '../../data/problems.ts';
import type { Tagged } from '../../data/products.ts';
import { useReplaceZones, type TableKind } from '../../data/shipping.ts';
import { DataTable, RowButton, type Column } from '../../parts/DataTable.tsx';
import { Card } from '../../parts/Page.tsx';
import { Empty } from '../../parts/States.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { useCountries } from '../settings/useCountries.ts';
import { ImportDialog } from './ImportDialog.tsx';
import classes from './Shipping.module.css';
import { ZoneDialog } from './ZoneDialog.tsx';
import { chargeWords, placeWords } from './zoneWords.ts';

interface Row {
  zone: ShippingZone;
  index: number;
}

interface Moves {
  edit(index: number): void;
  move(index: number, by: -1 | 1): void;
  last: number;
  busy: boolean;
}

function columnsWith({ edit, move, last, busy }: Moves, nameOf: (code: string) => string): Column<Row>[] {
  return [
    {
      key: 'name',
      header: 'Zone',
      phone: 'main',
      cell: ({ zone, index }) => <RowButton onClick={() => edit(index)}>{zone.name}</RowButton>,
    },
    { key: 'places', header: 'Where', phone: 'sub', cell: ({ zone }) => <span className="soft">{placeWords(zone, nameOf)}</span> },
    { key: 'price', header: 'Price', phone: 'foot', cell: ({ zone }) => <span className="figures">{chargeWords(zone)}</span> },
    {
      key: 'order',
      header: 'Order',
      quiet: true,
      end: true,
      width: 84,
      phone: 'end',
      cell: ({ zone, index }) => (
        <span style={{ whiteSpace: 'nowrap' }}>
          <ActionIcon variant="transparent" color="gray" aria-label={`Move ${zone.name} up`} disabled={busy || index === 0}
            onClick={() => move(index, -1)}>
            <ArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="transparent" color="gray" aria-label={`Move ${zone.name} down`} disabled={busy || index === last}
            onClick={() => move(index, 1)}>
            <ArrowDown size={16} aria-hidden />
          </ActionIcon>
        </span>
      ),
    },
  ];
}

/** The zones of a method. Each change is saved at once, all zones together, so that nobody overwrites what another person just did. */
export function ZonesCard({ detail }: { detail: Tagged<ShippingMethodDetail> }) {
  const { method, zones } = detail.value;
  const [editing, setEditing] = useState<number | 'new' | null>(null);
  const [importing, setImporting] = useState<TableKind | null>(null);
  const replace = useReplaceZones(method.id);
  const toast = useToast();
  const { nameOf } = useCountries();

  const save = (next: ShippingZone[]) => replace.mutateAsync({ zones: next, etag: detail.etag });
  const move = async (index: number, by: -1 | 1) => {
    const next = [...zones];
    next.splice(index + by, 0, ...next.splice(index, 1));
    try {
      await save(next);
    } catch (error) {
      toast({ title: 'The order was not changed', detail: problemOf(error).message, tone: 'danger' });
    }
  };
  const moves: Moves = {
    edit: setEditing,
    move: (index, by) => void move(index, by),
    last: zones.length - 1,
    busy: replace.isPending,
  };
  const tools = (
    <div className={classes.row}>
      <Button size="xs" variant="default" leftSection={<FileUp size={14} aria-hidden />} onClick={() => setImporting('zones')}>
        Import places
      </Button>
      <Button size="xs" variant="default" leftSection={<FileUp size={14} aria-hidden />} onClick={() => setImporting('rates')}>
        Import prices
      </Button>
      <Button size="xs" leftSection={<Plus size={14} aria-hidden />} onClick={() => setEditing('new')}>
        Add zone
      </Button>
    </div>
  );
  return (
    <Card title="Zones" aside={tools} flush>
      {zones.length === 0 ? (
        <Empty title="One price everywhere">Add zones to charge by country, state or postal code, or import a carrier’s tables.</Empty>
      ) : (
        <DataTable
          label="Zones"
          columns={columnsWith(moves, nameOf)}
          rows={zones.map((zone, index) => ({ zone, index }))}
          rowKey={({ zone }) => zone.name}
          stale={replace.isPending}
        />
      )}
      <ZoneDialog
        zones={zones}
        editing={editing}
        currency={method.basePrice.currency}
        onSave={save}
        onClose={() => setEditing(null)}
      />
      <ImportDialog method={method} etag={detail.etag} kind={importing} onClose={() => setImporting(null)} />
    </Card>
  );
}
