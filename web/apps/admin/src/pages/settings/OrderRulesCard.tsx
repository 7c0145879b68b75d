import { NumberInput, Select, Switch } from '@mantine/core';
import type { OrderRules, ShopFacts } from '@tradepost/api';
import { Card } from '../../parts/Page.tsx';
import { fieldOf } from '../../parts/Refusal.tsx';
import classes from './Settings.module.css';

interface Props {
  draft: ShopFacts;
  error: unknown;
  onChange(patch: Partial<ShopFacts>): void;
}

const below: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description'];

/** How orders are taken: their numbers, and how long customers may call them off. */
export function OrderRulesCard({ draft, error, onChange }: Props) {
  const { orders } = draft;
  if (!orders) return null;
  const set = (patch: Partial<OrderRules>) => onChange({ orders: { ...orders, ...patch } });
  const limited = orders.cancelMinutes !== null && orders.cancelMinutes !== undefined;
  return (
    <Card title="Orders">
      <div className={classes.form}>
        <Select
          label="Order numbers"
          description={
            orders.numbering === 'fast'
              ? 'Nobody waits for a number; some are left out.'
              : 'None is left out; in a rush, orders wait for one another.'
          }
          inputWrapperOrder={below}
          data={[
            { value: 'fast', label: 'T-100001, with gaps' },
            { value: 'gapless', label: '2026-000001, without gaps, anew each year' },
          ]}
          value={orders.numbering}
          allowDeselect={false}
          onChange={(value) => set({ numbering: value as OrderRules['numbering'] })}
        />
        <Switch
          label="Customers may cancel for a limited time"
          description={limited ? 'After that they have to write to you.' : 'They may until something of the order is shipped.'}
          checked={limited}
          onChange={(event) => set({ cancelMinutes: event.currentTarget.checked ? 60 : null })}
        />
        {limited && (
          <NumberInput
            label="Minutes after ordering"
            min={0}
            max={43_200}
            value={orders.cancelMinutes ?? 0}
            error={fieldOf(error, 'orders.cancelMinutes')}
            onChange={(value) => set({ cancelMinutes: Number(value) || 0 })}
          />
        )}
      </div>
    </Card>
  );
}
