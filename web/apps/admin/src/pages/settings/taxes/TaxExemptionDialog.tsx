import { Modal, Select, Textarea, TextInput } from '@mantine/core';
import type { TaxExemption } from '@tradepost/api';
import { useState, type FormEvent } from 'react';
import { useRemoveTaxExemption, useSaveTaxExemption } from '../../../data/taxes.ts';
import { fieldOf, Refusal } from '../../../parts/Refusal.tsx';
import { useEditDialog } from '../../../parts/useEditDialog.ts';
import { DialogEnd } from '../DialogEnd.tsx';
import classes from '../Settings.module.css';
import { useCountries } from '../useCountries.ts';
import { exemptionDraftOf, exemptionOf, exemptionProblem, type ExemptionDraft } from './exemptions.ts';

interface FieldsProps {
  draft: ExemptionDraft;
  known: boolean;
  error: unknown;
  onChange(patch: Partial<ExemptionDraft>): void;
}

export function TaxExemptionDialog({ editing, onClose }: { editing: TaxExemption | 'new' | null; onClose(): void }) {
  return (
    <Modal opened={editing !== null} onClose={onClose} title={editing === 'new' ? 'New tax exemption' : 'Edit tax exemption'} size="md">
      {editing && <ExemptionForm row={editing === 'new' ? null : editing} onClose={onClose} />}
    </Modal>
  );
}

function ExemptionForm({ row, onClose }: { row: TaxExemption | null; onClose(): void }) {
  const [draft, setDraft] = useState(() => exemptionDraftOf(row));
  const dialog = useEditDialog(useSaveTaxExemption(), useRemoveTaxExemption(), onClose);
  const reason = exemptionProblem(draft);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason || !draft.country) return;
    const done = { title: `Certificate ${draft.number.trim()} is saved`, detail: 'Carts of the customer follow at once.' };
    void dialog.save({ id: row?.id, ...exemptionOf(draft, draft.country) }, done);
  };

  return (
    <form className={classes.form} onSubmit={submit}>
      <Refusal error={dialog.error} />
      <Fields
        draft={draft}
        known={row !== null}
        error={dialog.error}
        onChange={(patch) => setDraft((before) => ({ ...before, ...patch }))}
      />
      <DialogEnd
        what={row ? `certificate ${row.number}` : undefined}
        reason={reason}
        saving={dialog.saving}
        removing={dialog.removing}
        onClose={onClose}
        consequence="The customer pays tax from now on. Placed orders keep the number."
        {...(row && { onRemove: () => void dialog.remove(row.id, { title: `Certificate ${row.number} is removed` }) })}
      />
    </form>
  );
}

function Fields({ draft, known, error, onChange }: FieldsProps) {
  return (
    <>
      <TextInput
        label="Customer"
        description={known ? 'Whose certificate it is stays.' : 'The e-mail address of their account.'}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        type="email"
        autoComplete="off"
        readOnly={known}
        value={draft.email}
        error={fieldOf(error, 'email')}
        data-autofocus={known ? undefined : true}
        onChange={(event) => onChange({ email: event.currentTarget.value })}
      />
      <TextInput
        label="Certificate number"
        maxLength={100}
        autoComplete="off"
        value={draft.number}
        error={fieldOf(error, 'number')}
        onChange={(event) => onChange({ number: event.currentTarget.value })}
      />
      <Place draft={draft} error={error} onChange={onChange} />
      <div className={classes.pair}>
        <Day label="From" value={draft.validFrom} error={fieldOf(error, 'validFrom')} onChange={(validFrom) => onChange({ validFrom })} />
        <Day
          label="Until"
          value={draft.validUntil}
          error={fieldOf(error, 'validUntil')}
          onChange={(validUntil) => onChange({ validUntil })}
        />
      </div>
      <Textarea
        label="Note"
        maxLength={1000}
        autosize
        minRows={2}
        value={draft.note}
        error={fieldOf(error, 'note')}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  );
}

function Place({ draft, error, onChange }: Omit<FieldsProps, 'known'>) {
  const { choices, statesOf } = useCountries();
  const states = draft.country ? statesOf(draft.country) : [];
  return (
    <div className={classes.pair}>
      <Select
        label="Country"
        data={choices}
        value={draft.country}
        searchable
        error={fieldOf(error, 'country')}
        onChange={(country) => onChange({ country, state: null })}
      />
      {states.length > 0 && (
        <Select
          label="State"
          placeholder="The whole country"
          data={states}
          value={draft.state}
          searchable
          clearable
          error={fieldOf(error, 'state')}
          clearButtonProps={{ 'aria-label': 'The whole country' }}
          onChange={(state) => onChange({ state })}
        />
      )}
    </div>
  );
}

interface DayProps {
  label: string;
  value: string;
  error: string | undefined;
  onChange(day: string): void;
}

function Day({ label, value, error, onChange }: DayProps) {
  return (
    <TextInput type="date" label={label} value={value} error={error} onChange={(event) => onChange(event.currentTarget.value)} />
  );
}
