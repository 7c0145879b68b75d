import { Alert, Modal, Select, Switch, TextInput } from '@mantine/core';
import type { TaxRate } from '@tradepost/api';
import { useState, type FormEvent } from 'react';
import { problemOf } from '../../data/problems.ts';
import { useRemoveTaxRate, useSaveTaxRate } from '../../data/settings.ts';
import { useToast } from '../../parts/Toasts.tsx';
import { DialogEnd } from './DialogEnd.tsx';
import { percentProblem } from './rules.ts';
import classes from './Settings.module.css';
import { useCountries } from './useCountries.ts';

type Editing = TaxRate | 'new';

export function TaxRateDialog({ editing, onClose }: { editing: Editing | null; onClose(): void }) {
  return (
    <Modal opened={editing !== null} onClose={onClose} title={editing === 'new' ? 'New tax rate' : 'Edit tax rate'} size="md">
      {editing && <TaxRateForm rate={editing === 'new' ? null : editing} onClose={onClose} />}
    </Modal>
  );
}

function TaxRateForm({ rate, onClose }: { rate: TaxRate | null; onClose(): void }) {
  const [name, setName] = useState(rate?.name ?? '');
  const [country, setCountry] = useState<string | null>(rate?.country ?? null);
  const [state, setState] = useState(rate?.state ?? null);
  const [percent, setPercent] = useState(rate?.percent ?? '');
  const [appliesToShipping, setAppliesToShipping] = useState(rate?.appliesToShipping ?? true);
  const save = useSaveTaxRate();
  const remove = useRemoveTaxRate();
  const toast = useToast();
  const { choices, statesOf } = useCountries();
  const states = country ? statesOf(country) : [];
  const error = save.error ?? remove.error;
  const problem = error ? problemOf(error) : null;
  const wrongPercent = percentProblem(percent);
  const reason = name.trim() === '' ? 'Name the rate.' : !country ? 'Choose the country.' : wrongPercent;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason || !country) return;
    const body = { id: rate?.id, name: name.trim(), country, state, percent: percent.trim(), appliesToShipping };
    const saved = await save.mutateAsync(body).catch(() => null);
    if (!saved) return;
    toast({ title: `${name.trim()} is saved`, detail: 'New orders use it from now on.' });
    onClose();
  };

  const discard = async (id: string) => {
    const done = await remove.mutateAsync(id).then(
      () => true,
      () => false,
    );
    if (!done) return;
    toast({ title: `${name} is removed` });
    onClose();
  };

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      {problem && (
        <Alert color="red" role="alert">
          {problem.message}
        </Alert>
      )}
      <TextInput
        label="Name"
        description="Customers see it beside the amount."
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={name}
        error={problem?.fields.name}
        maxLength={100}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={classes.pair}>
        <Select
          label="Country"
          data={choices}
          value={country}
          searchable
          error={problem?.fields.country}
          onChange={(value) => {
            setCountry(value);
            setState(null);
          }}
        />
        {states.length > 0 && (
          <Select
            label="State"
            placeholder="The whole country"
            data={states}
            value={state}
            searchable
            clearable
            error={problem?.fields.state}
            clearButtonProps={{ 'aria-label': 'The whole country' }}
            onChange={setState}
          />
        )}
        <TextInput
          label="Rate"
          rightSection={<span className="soft">%</span>}
          inputMode="decimal"
          value={percent}
          error={problem?.fields.percent ?? (percent === '' ? undefined : wrongPercent)}
          onChange={(event) => setPercent(event.currentTarget.value)}
        />
      </div>
      <Switch
        label="Shipping is taxed too"
        checked={appliesToShipping}
        onChange={(event) => setAppliesToShipping(event.currentTarget.checked)}
      />
      <DialogEnd
        what={rate?.name}
        reason={reason}
        saving={save.isPending}
        removing={remove.isPending}
        onClose={onClose}
        consequence="Orders placed from now on are no longer taxed by it. Placed orders keep it."
        {...(rate && { onRemove: () => void discard(rate.id) })}
      />
    </form>
  );
}
