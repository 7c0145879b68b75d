import { Alert, Modal, MultiSelect, NumberInput, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ShippingMethod } from '@tradepost/api';
import { useState, type FormEvent } from 'react';
import { problemOf } from '../../data/problems.ts';
import { shopSettings, useRemoveShippingMethod, useSaveShippingMethod } from '../../data/settings.ts';
import { useToast } from '../../parts/Toasts.tsx';
import { DialogEnd } from './DialogEnd.tsx';
import { checkMethod, methodDraftOf, methodOf, type MethodDraft } from './methodDraft.ts';
import classes from './Settings.module.css';
import { useCountries } from './useCountries.ts';

type Editing = ShippingMethod | 'new';

export function ShippingMethodDialog({ editing, onClose }: { editing: Editing | null; onClose(): void }) {
  return (
    <Modal opened={editing !== null} onClose={onClose} title={editing === 'new' ? 'New shipping method' : 'Edit shipping method'} size="lg">
      {editing && <MethodForm method={editing === 'new' ? null : editing} onClose={onClose} />}
    </Modal>
  );
}

type TextField = 'code' | 'name' | 'basePrice' | 'perKg' | 'freeOver';

function MethodForm({ method, onClose }: { method: ShippingMethod | null; onClose(): void }) {
  const [draft, setDraft] = useState(() => methodDraftOf(method));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const shopCurrency = useQuery(shopSettings()).data?.currency;
  const currency = method?.basePrice.currency ?? shopCurrency ?? 'USD';
  const save = useSaveShippingMethod();
  const remove = useRemoveShippingMethod();
  const toast = useToast();
  const { choices } = useCountries();
  const complaints = checkMethod(draft, currency);
  const error = save.error ?? remove.error;
  const problem = error ? problemOf(error) : null;
  const change = (patch: Partial<MethodDraft>) => setDraft((before) => ({ ...before, ...patch }));
  const leave = (field: string) => setLeft((before) => new Set(before).add(field));

  const text = (field: TextField, label: string, note?: string, money = false) => (
    <TextInput
      label={label}
      description={note}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      value={draft[field]}
      inputMode={money ? 'decimal' : undefined}
      rightSection={money && <span className="soft">{currency}</span>}
      rightSectionWidth={money ? 52 : undefined}
      rightSectionPointerEvents="none"
      error={problem?.fields[field] ?? (left.has(field) ? complaints[field] : undefined)}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
      onBlur={() => leave(field)}
    />
  );
  const days = (field: 'min' | 'max', label: string) => (
    <NumberInput
      label={label}
      value={draft[field]}
      min={0}
      max={90}
      allowDecimal={false}
      clampBehavior="none"
      error={left.has('days') && field === 'max' ? complaints.days : undefined}
      onChange={(value) => change({ [field]: value })}
      onBlur={() => {
        if (field === 'max') leave('days');
      }}
    />
  );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(complaints).length > 0) return;
    const saved = await save.mutateAsync({ id: method?.id, ...methodOf(draft, currency) }).catch(() => null);
    if (!saved) return;
    toast({
      title: `${draft.name.trim()} is saved`,
      detail: draft.active ? 'Checkout offers it from now on.' : 'Checkout does not offer it.',
    });
    onClose();
  };

  const discard = async (id: string) => {
    const done = await remove.mutateAsync(id).then(
      () => true,
      () => false,
    );
    if (!done) return;
    toast({ title: `${draft.name} is removed` });
    onClose();
  };

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      {problem && (
        <Alert color="red" role="alert">
          {problem.message}
        </Alert>
      )}
      <div className={classes.pair}>
        {text('name', 'Name')}
        {text('code', 'Code', 'For files and carriers; customers do not see it.')}
        {text('basePrice', 'Price', undefined, true)}
        {text('perKg', 'For each kilogram', 'Added by weight; empty for none.', true)}
        {text('freeOver', 'Free over', 'Empty: never free.', true)}
        <div className={classes.pair}>
          {days('min', 'Days, earliest')}
          {days('max', 'Days, latest')}
        </div>
      </div>
      <MultiSelect
        label="Countries"
        placeholder={draft.countries.length === 0 ? 'Everywhere the shop sells' : ''}
        data={choices}
        value={draft.countries}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Everywhere' }}
        error={problem?.fields.countries}
        onChange={(countries) => change({ countries })}
      />
      <Switch label="Offered at checkout" checked={draft.active} onChange={(event) => change({ active: event.currentTarget.checked })} />
      <DialogEnd
        what={method?.name}
        reason={Object.values(complaints)[0] ?? null}
        saving={save.isPending}
        removing={remove.isPending}
        onClose={onClose}
        consequence="Buyers can no longer choose it. Placed orders keep it."
        {...(method && { onRemove: () => void discard(method.id) })}
      />
    </form>
  );
}
