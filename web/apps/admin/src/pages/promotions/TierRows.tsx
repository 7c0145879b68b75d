import { ActionIcon, Button, Select } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import type { TierDraft } from './draft.ts';
import classes from './Promotions.module.css';
import { Text } from './Text.tsx';
import type { PromotionFormState } from './usePromotionForm.ts';

const kinds = [
  { value: 'percent', label: 'percent off' },
  { value: 'unitPrice', label: 'price each' },
];

/** Steps of a quantity discount: from so many units on, a percentage or a price. */
export function TierRows({ form, currency }: { form: PromotionFormState; currency: string }) {
  const { tiers } = form.draft.benefit;
  const change = (place: number, patch: Partial<TierDraft>) =>
    form.setBenefit({ tiers: tiers.map((tier, index) => (index === place ? { ...tier, ...patch } : tier)) });
  const last = tiers[tiers.length - 1];
  const next = String((Number(last?.minQuantity) || 0) + 5);
  const add = () => form.setBenefit({ tiers: [...tiers, { minQuantity: next, kind: last?.kind ?? 'percent', value: '' }] });
  return (
    <div className={classes.rows} role="group" aria-label="Steps">
      {tiers.map((tier, place) => (
        <div key={place} className={classes.tier}>
          <Text
            label="From units"
            numeric="numeric"
            value={tier.minQuantity}
            error={form.complaint(`benefit.tiers[${place}].minQuantity`)}
            onChange={(minQuantity) => change(place, { minQuantity })}
          />
          <Select label="Gives" data={kinds} value={tier.kind} onChange={(kind) => change(place, { kind: kind as TierDraft['kind'] })} />
          <Text
            label={tier.kind === 'percent' ? 'Percentage' : 'Price'}
            suffix={tier.kind === 'percent' ? '%' : currency}
            numeric="decimal"
            value={tier.value}
            error={form.complaint(`benefit.tiers[${place}].${tier.kind}`)}
            onChange={(value) => change(place, { value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            mt={25}
            aria-label={`Remove step ${place + 1}`}
            onClick={() => form.setBenefit({ tiers: tiers.filter((_, index) => index !== place) })}
          >
            <X size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {form.complaint('benefit.tiers') && <p className={classes.problem}>{form.complaint('benefit.tiers')}</p>}
      <Button className={classes.add} variant="subtle" size="compact-sm" leftSection={<Plus size={14} aria-hidden />} onClick={add}>
        Add a step
      </Button>
    </div>
  );
}
