import { MultiSelect, NumberInput, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { fieldOf } from '../../parts/Refusal.tsx';
import type { checkMethod, MethodDraft } from './methodDraft.ts';
import classes from './Settings.module.css';
import { useCountries } from './useCountries.ts';

interface Props {
  draft: MethodDraft;
  currency: string;
  complaints: ReturnType<typeof checkMethod>;
  error: unknown;
  onChange(patch: Partial<MethodDraft>): void;
}

type TextField = 'code' | 'name' | 'basePrice' | 'perKg' | 'freeOver';

const texts: { field: TextField; label: string; note?: string; money?: true }[] = [
  { field: 'name', label: 'Name' },
  { field: 'code', label: 'Code', note: 'For files and carriers; customers do not see it.' },
  { field: 'basePrice', label: 'Price', money: true },
  { field: 'perKg', label: 'For each kilogram', note: 'Added by weight; empty for none.', money: true },
  { field: 'freeOver', label: 'Free over', note: 'Empty: never free.', money: true },
];

export function MethodFields({ draft, currency, complaints, error, onChange }: Props) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const leave = (field: string) => setLeft((before) => new Set(before).add(field));
  const { choices } = useCountries();
  return (
    <>
      <div className={classes.pair}>
        {texts.map(({ field, label, note, money }) => (
          <TextInput
            key={field}
            label={label}
            description={note}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={draft[field]}
            inputMode={money ? 'decimal' : undefined}
            rightSection={money && <span className="soft">{currency}</span>}
            rightSectionWidth={money ? 52 : undefined}
            rightSectionPointerEvents="none"
            error={fieldOf(error, field) ?? (left.has(field) ? complaints[field] : undefined)}
            onChange={(event) => onChange({ [field]: event.currentTarget.value })}
            onBlur={() => leave(field)}
          />
        ))}
        <Days draft={draft} complaint={left.has('days') ? complaints.days : undefined} onChange={onChange} onLeave={() => leave('days')} />
      </div>
      <MultiSelect
        label="Countries"
        placeholder={draft.countries.length === 0 ? 'Everywhere the shop sells' : ''}
        data={choices}
        value={draft.countries}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Everywhere' }}
        error={fieldOf(error, 'countries')}
        onChange={(countries) => onChange({ countries })}
      />
      <Switch label="Offered at checkout" checked={draft.active} onChange={(event) => onChange({ active: event.currentTarget.checked })} />
    </>
  );
}

interface DaysProps {
  draft: MethodDraft;
  complaint: string | undefined;
  onChange(patch: Partial<MethodDraft>): void;
  onLeave(): void;
}

function Days({ draft, complaint, onChange, onLeave }: DaysProps) {
  const shared = { min: 0, max: 365, allowDecimal: false, clampBehavior: 'none' as const };
  return (
    <div className={classes.pair}>
      <NumberInput {...shared} label="Days, earliest" value={draft.min} onChange={(min) => onChange({ min })} />
      <NumberInput
        {...shared}
        label="Days, latest"
        value={draft.max}
        error={complaint}
        onChange={(max) => onChange({ max })}
        onBlur={onLeave}
      />
    </div>
  );
}
