import { ActionIcon, Button, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import classes from './Shipping.module.css';
import type { RateDraft } from './zoneDraft.ts';

interface Props {
  byWeight: boolean;
  currency: string;
  rates: RateDraft[];
  complaint: string | undefined;
  onChange(rates: RateDraft[]): void;
  onLeave(): void;
}

/** The steps of a table. An empty bound at the end takes whatever is more. */
export function RateSteps({ byWeight, currency, rates, complaint, onChange, onLeave }: Props) {
  const set = (index: number, patch: Partial<RateDraft>) =>
    onChange(rates.map((rate, at) => (at === index ? { ...rate, ...patch } : rate)));
  const unit = byWeight ? 'kg' : currency;
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }} onBlur={onLeave}>
      <legend className={classes.caption}>
        Steps, ascending: up to so {byWeight ? 'many kilograms' : `much ${currency} of goods`}, that price. An empty bound at the end takes
        whatever is more.
      </legend>
      <div className={classes.steps}>
        {rates.map((rate, index) => (
          <div key={index} className={classes.step}>
            <TextInput
              aria-label={`Step ${index + 1}, up to`}
              placeholder={index === rates.length - 1 ? 'and above' : 'Up to'}
              value={rate.upTo}
              inputMode="decimal"
              rightSection={<span className="soft">{unit}</span>}
              rightSectionWidth={52}
              onChange={(event) => set(index, { upTo: event.currentTarget.value })}
            />
            <TextInput
              aria-label={`Step ${index + 1}, price`}
              placeholder="Price"
              value={rate.price}
              inputMode="decimal"
              rightSection={<span className="soft">{currency}</span>}
              rightSectionWidth={52}
              onChange={(event) => set(index, { price: event.currentTarget.value })}
            />
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Remove step ${index + 1}`}
              onClick={() => onChange(rates.filter((_, at) => at !== index))}>
              <X size={16} aria-hidden />
            </ActionIcon>
          </div>
        ))}
      </div>
      <Button mt={8} size="xs" variant="default" leftSection={<Plus size={14} aria-hidden />}
        onClick={() => onChange([...rates, { upTo: '', price: '' }])}>
        Add step
      </Button>
      {complaint && (
        <p role="alert" style={{ color: 'var(--admin-danger-text)', fontSize: 13, margin: '8px 0 0' }}>
          {complaint}
        </p>
      )}
    </fieldset>
  );
}
