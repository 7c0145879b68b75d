import { NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import type { RateBasis } from '@tradepost/api';
import { useState } from 'react';
import { RateSteps } from './RateSteps.tsx';
import classes from './Shipping.module.css';
import type { checkZone, ZoneDraft } from './zoneDraft.ts';

interface Props {
  draft: ZoneDraft;
  currency: string;
  complaints: ReturnType<typeof checkZone>;
  onChange(patch: Partial<ZoneDraft>): void;
}

const bases: { value: RateBasis; label: string }[] = [
  { value: 'flat', label: 'One price' },
  { value: 'formula', label: 'A price and so much a kilogram' },
  { value: 'weight', label: 'A table by weight' },
  { value: 'price', label: 'A table by order value' },
];

type MoneyField = 'basePrice' | 'perKg' | 'freeOver';

export function ZoneFields({ draft, currency, complaints, onChange }: Props) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const leave = (field: string) => () => setLeft((before) => new Set(before).add(field));
  const said = (field: keyof Props['complaints']) => (left.has(field) ? complaints[field] : undefined);
  const money = (field: MoneyField, label: string, note?: string) => (
    <TextInput
      label={label}
      description={note}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      value={draft[field]}
      inputMode="decimal"
      rightSection={<span className="soft">{currency}</span>}
      rightSectionWidth={52}
      rightSectionPointerEvents="none"
      error={said(field)}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
      onBlur={leave(field)}
    />
  );
  const whole = { min: 0, max: 365, allowDecimal: false, clampBehavior: 'none' as const };
  const days = { ...whole, onBlur: leave('days'), placeholder: 'As the method' };
  return (
    <>
      <TextInput label="Name" value={draft.name} error={said('name')} onBlur={leave('name')} data-autofocus
        onChange={(event) => onChange({ name: event.currentTarget.value })} />
      <Switch label="Everywhere not in another zone" checked={draft.everywhere}
        onChange={(event) => onChange({ everywhere: event.currentTarget.checked })} />
      {!draft.everywhere && (
        <Textarea
          label="Places"
          description="One a line: US for a country, US-CA for a state, US:902* or US:10000-10999 for postal codes. The most specific wins."
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={draft.places}
          autosize
          minRows={3}
          maxRows={10}
          error={said('places')}
          onBlur={leave('places')}
          onChange={(event) => onChange({ places: event.currentTarget.value })}
        />
      )}
      <Select label="Price" data={bases} value={draft.basis} allowDeselect={false}
        onChange={(basis) => basis && onChange({ basis: basis as RateBasis, rates: [] })} />
      {draft.basis === 'flat' && money('basePrice', 'Amount')}
      {draft.basis === 'formula' && (
        <div className={classes.pair}>
          {money('basePrice', 'Amount')}
          {money('perKg', 'For each kilogram')}
        </div>
      )}
      {(draft.basis === 'weight' || draft.basis === 'price') && (
        <RateSteps byWeight={draft.basis === 'weight'} currency={currency} rates={draft.rates} complaint={said('rates')}
          onLeave={leave('rates')} onChange={(rates) => onChange({ rates })} />
      )}
      <div className={classes.pair}>
        <NumberInput {...days} label="Days, earliest" value={draft.min} onChange={(min) => onChange({ min })} />
        <NumberInput {...days} label="Days, latest" value={draft.max} error={said('days')} onChange={(max) => onChange({ max })} />
      </div>
      {!draft.neverFree && money('freeOver', 'Free over', 'Empty: as the method says.')}
      <Switch label="Never free here" checked={draft.neverFree}
        onChange={(event) => onChange({ neverFree: event.currentTarget.checked })} />
    </>
  );
}
