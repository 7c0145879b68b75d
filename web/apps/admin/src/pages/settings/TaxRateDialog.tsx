import { Modal, Select, Switch, TextInput } from '@mantine/core';
import type { TaxRate } from '@tradepost/api';
import { useState, type FormEvent } from 'react';
import { useRemoveTaxRate, useSaveTaxRate } from '../../data/settings.ts';
import { fieldOf, Refusal } from '../../parts/Refusal.tsx';
import { useEditDialog } from '../../parts/useEditDialog.ts';
import { DialogEnd } from './DialogEnd.tsx';
import { percentProblem } from './rules.ts';
import classes from './Settings.module.css';
import { patternProblem } from './taxes/rates.ts';
import { ZoneFields } from './taxes/ZoneFields.tsx';
import { useCountries } from './useCountries.ts';

type Editing = TaxRate | 'new';
type Draft = Omit<TaxRate, 'id' | 'country'> & { country: string | null };

interface FieldsProps {
  draft: Draft;
  error: unknown;
  onChange(patch: Partial<Draft>): void;
}

export function TaxRateDialog({ editing, onClose }: { editing: Editing | null; onClose(): void }) {
  return (
    <Modal opened={editing !== null} onClose={onClose} title={editing === 'new' ? 'New tax rate' : 'Edit tax rate'} size="md">
      {editing && <TaxRateForm rate={editing === 'new' ? null : editing} onClose={onClose} />}
    </Modal>
  );
}

const blank: Draft = { name: '', country: null, state: null, percent: '', appliesToShipping: true, taxClass: 'standard' };

function whyNot({ name, country, percent, postalCodes, exceptPostalCodes }: Draft): string | null {
  if (name.trim() === '') return 'Name the rate.';
  if (!country) return 'Choose the country.';
  return percentProblem(percent) ?? patternProblem([...(postalCodes ?? []), ...(exceptPostalCodes ?? [])]);
}

function TaxRateForm({ rate, onClose }: { rate: TaxRate | null; onClose(): void }) {
  const [draft, setDraft] = useState<Draft>(rate ?? blank);
  const dialog = useEditDialog(useSaveTaxRate(), useRemoveTaxRate(), onClose);
  const reason = whyNot(draft);
  const name = draft.name.trim();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { country } = draft;
    if (reason || !country) return;
    const done = { title: `${name} is saved`, detail: 'New orders use it from now on.' };
    void dialog.save({ ...draft, id: rate?.id, name, country, percent: draft.percent.trim() }, done);
  };

  return (
    <form className={classes.form} onSubmit={submit}>
      <Refusal error={dialog.error} />
      <Fields draft={draft} error={dialog.error} onChange={(patch) => setDraft((before) => ({ ...before, ...patch }))} />
      <DialogEnd
        what={rate?.name}
        reason={reason}
        saving={dialog.saving}
        removing={dialog.removing}
        onClose={onClose}
        consequence="Orders placed from now on are no longer taxed by it. Placed orders keep it."
        {...(rate && { onRemove: () => void dialog.remove(rate.id, { title: `${rate.name} is removed` }) })}
      />
    </form>
  );
}

function Fields({ draft, error, onChange }: FieldsProps) {
  const { choices, statesOf } = useCountries();
  const states = draft.country ? statesOf(draft.country) : [];
  const wrongPercent = draft.percent === '' ? undefined : (percentProblem(draft.percent) ?? undefined);
  return (
    <>
      <TextInput
        label="Name"
        description="Customers see it beside the amount."
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={draft.name}
        error={fieldOf(error, 'name')}
        maxLength={100}
        data-autofocus
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
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
            value={draft.state ?? null}
            searchable
            clearable
            error={fieldOf(error, 'state')}
            clearButtonProps={{ 'aria-label': 'The whole country' }}
            onChange={(state) => onChange({ state })}
          />
        )}
        <TextInput
          label="Rate"
          rightSection={<span className="soft">%</span>}
          inputMode="decimal"
          value={draft.percent}
          error={fieldOf(error, 'percent') ?? wrongPercent}
          onChange={(event) => onChange({ percent: event.currentTarget.value })}
        />
      </div>
      <ZoneFields rate={draft} error={error} onChange={onChange} />
      <Switch
        label="Shipping is taxed too"
        checked={draft.appliesToShipping}
        onChange={(event) => onChange({ appliesToShipping: event.currentTarget.checked })}
      />
    </>
  );
}
