import { Button, FileInput, Modal } from '@mantine/core';
import type { ShippingMethod, TableResult } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { useState } from 'react';
import { useImportTable, type TableKind } from '../../data/shipping.ts';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { ColumnFields } from './ColumnFields.tsx';
import { ImportResult } from './ImportResult.tsx';
import classes from './Shipping.module.css';
import { guess, headerOf, missing, queryOf, unitOf, type TableDraft } from './tableColumns.ts';

interface Props {
  method: ShippingMethod;
  etag: string | null;
  kind: TableKind | null;
  onClose(): void;
}

const titles: Record<TableKind, string> = { rates: 'Import prices by weight', zones: 'Import places of zones' };
const notes: Record<TableKind, string> = {
  rates: 'A CSV file with a row for each zone and weight. It takes the place of all tables by weight this method has.',
  zones: 'A CSV file with a row for each range of postal codes, or each country. It takes the place of all places in its countries.',
};

export function ImportDialog({ kind, onClose, ...rest }: Props) {
  return (
    <Modal opened={kind !== null} onClose={onClose} title={kind ? titles[kind] : ''} size="lg">
      {kind && <ImportForm {...rest} kind={kind} onClose={onClose} />}
    </Modal>
  );
}

interface Chosen {
  file: File;
  text: string;
  header: string[];
}

/** First the shop reads the file and says what it would do; only then it may be applied, and only without faulty rows. */
function ImportForm({ method, etag, kind, onClose }: Props & { kind: TableKind }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [draft, setDraft] = useState<TableDraft>(() => guess([], unitOf));
  const [checked, setChecked] = useState<TableResult | null>(null);
  const send = useImportTable(method.id);
  const toast = useToast();

  const choose = async (file: File | null) => {
    setChecked(null);
    send.reset();
    if (!file) return setChosen(null);
    const text = await file.text();
    const header = headerOf(text);
    setDraft((before) => ({ ...guess(header, unitOf), country: before.country }));
    setChosen({ file, text, header });
  };
  const run = async (dryRun: boolean) => {
    if (!chosen) return;
    try {
      const result = await send.mutateAsync({ kind, text: chosen.text, query: { ...queryOf(kind, draft), dryRun }, etag });
      if (dryRun) return setChecked(result);
      toast({ title: `${method.name}: ${plural(result.used, 'row')} imported`, detail: 'Carts are priced with it from now on.' });
      onClose();
    } catch {
      setChecked(null);
    }
  };
  const reason = chosen ? missing(kind, draft) : 'Choose a file first.';
  const clean = checked?.errorCount === 0;
  return (
    <div className={classes.stack}>
      <p className={classes.caption}>{notes[kind]}</p>
      <FileInput label="CSV file" placeholder="Choose a file" accept=".csv,text/csv" value={chosen?.file ?? null} clearable
        onChange={(file) => void choose(file)} />
      {chosen && (
        <ColumnFields
          kind={kind}
          header={chosen.header}
          draft={draft}
          error={send.error}
          onChange={(patch) => {
            setChecked(null);
            setDraft((before) => ({ ...before, ...patch }));
          }}
        />
      )}
      <Refusal error={send.error} />
      {checked && <ImportResult kind={kind} result={checked} />}
      <div className={classes.end}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        {clean ? (
          <Button loading={send.isPending} onClick={() => void run(false)}>
            Apply {plural(checked.used, 'row')}
          </Button>
        ) : (
          <ReasonedButton reason={reason} loading={send.isPending} onClick={() => void run(true)}>
            Check the file
          </ReasonedButton>
        )}
      </div>
    </div>
  );
}
