import { NumberInput, Switch, Textarea } from '@mantine/core';
import type { ReturnsFacts, ShopFacts } from '@tradepost/api';
import { Card } from '../../parts/Page.tsx';
import { fieldOf } from '../../parts/Refusal.tsx';
import classes from './Settings.module.css';

const below: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description'];

interface Props {
  draft: ShopFacts;
  error: unknown;
  onChange(patch: Partial<ShopFacts>): void;
}

/** How things are taken back. */
export function ReturnsCard({ draft, error, onChange }: Props) {
  const { returns } = draft;
  if (!returns) return null;
  const set = (patch: Partial<ReturnsFacts>) => onChange({ returns: { ...returns, ...patch } });
  return (
    <Card title="Returns">
      <div className={classes.form}>
        <NumberInput
          label="Days to return"
          description="After the last parcel arrived. In the European Union customers have at least 14. 0: none beyond that."
          inputWrapperOrder={below}
          min={0}
          max={3650}
          allowDecimal={false}
          value={returns.windowDays}
          error={fieldOf(error, 'returns.windowDays')}
          onChange={(days) => set({ windowDays: Number(days) || 0 })}
        />
        <NumberInput
          label="Restocking fee"
          description="Kept for reasons of the customer’s own; never for faults of the shop, nor while the law lets them withdraw."
          inputWrapperOrder={below}
          min={0}
          max={100}
          decimalScale={2}
          suffix=" %"
          value={returns.restockingFeePercent}
          error={fieldOf(error, 'returns.restockingFeePercent')}
          onChange={(percent) => set({ restockingFeePercent: Number(percent) || 0 })}
        />
        <Switch
          label="Pay for the way back always"
          description={
            returns.freeReturns ? 'Every approved return has a label.' : 'Only for faults of the shop; others send it at their own cost.'
          }
          checked={returns.freeReturns}
          onChange={(event) => set({ freeReturns: event.currentTarget.checked })}
        />
        <Textarea
          label="Conditions"
          description="Customers read them before they ask."
          inputWrapperOrder={below}
          maxLength={2000}
          autosize
          minRows={2}
          value={returns.conditions ?? ''}
          error={fieldOf(error, 'returns.conditions')}
          onChange={(event) => set({ conditions: event.currentTarget.value })}
        />
      </div>
    </Card>
  );
}
