import { Select } from '@mantine/core';
import { Card } from '../../parts/Page.tsx';
import classes from './Promotions.module.css';
import { Text } from './Text.tsx';
import { TierRows } from './TierRows.tsx';
import type { PromotionFormState } from './usePromotionForm.ts';

const types = [
  { value: 'percent', label: 'A percentage off' },
  { value: 'fixed', label: 'An amount off' },
  { value: 'buyXGetY', label: 'Buy some, get some cheaper' },
  { value: 'quantityGroup', label: 'An amount off each in a group' },
  { value: 'tiers', label: 'The more, the cheaper' },
  { value: 'freeShipping', label: 'Free shipping' },
];

const percentTargets = [
  { value: 'order', label: 'The whole order' },
  { value: 'lines', label: 'Each line it is for' },
  { value: 'unitPrice', label: 'Each unit’s price, rounded' },
  { value: 'shipping', label: 'Shipping' },
];

const amountTargets = [
  { value: 'order', label: 'The whole order, once' },
  { value: 'eachUnit', label: 'Each unit it is for' },
  { value: 'eachLine', label: 'Each line it is for' },
  { value: 'shipping', label: 'Shipping' },
];

const hints: Record<string, string> = {
  percent: 'Conditions on products decide which lines it touches, except for the whole order and shipping.',
  fixed: 'Never more than there is: nothing goes below zero.',
  buyXGetY: 'All units it is for are counted together; the cheapest of them get the benefit. The bought ones are not free themselves.',
  quantityGroup: 'Only complete groups count.',
  tiers: 'All units it is for are counted together; the step they reach holds for each of them.',
  freeShipping: 'All of the shipping is taken off.',
};

interface Props {
  form: PromotionFormState;
  currency: string;
}

export function BenefitCard({ form, currency }: Props) {
  const { benefit } = form.draft;
  return (
    <Card title="What it gives">
      <div className={classes.fields}>
        <Select
          label="Benefit"
          data={types}
          value={benefit.type}
          error={form.complaint('benefit.type')}
          onChange={(type) => form.setBenefit({ type: type ?? 'percent' })}
        />
        <Fields form={form} currency={currency} />
        <p className={classes.hint}>{hints[benefit.type]}</p>
      </div>
    </Card>
  );
}

function Fields({ form, currency }: Props) {
  const { benefit } = form.draft;
  const complaint = (field: string) => form.complaint(`benefit.${field}`);
  const set = form.setBenefit;
  switch (benefit.type) {
    case 'percent':
      return (
        <div className={classes.triple}>
          <Text label="Percentage" suffix="%" numeric="decimal" value={benefit.percent} error={complaint('percent')}
            onChange={(percent) => set({ percent })} />
          <Select label="Of" data={percentTargets} value={benefit.percentTarget} error={complaint('target')}
            onChange={(target) => set({ percentTarget: target ?? 'order' })} />
          <Text label="At most" suffix={currency} numeric="decimal" value={benefit.cap} error={complaint('cap')} note="Empty: no bound."
            onChange={(cap) => set({ cap })} />
        </div>
      );
    case 'fixed':
      return (
        <div className={classes.pair}>
          <Text label="Amount" suffix={currency} numeric="decimal" value={benefit.amount} error={complaint('amount')}
            onChange={(amount) => set({ amount })} />
          <Select label="Off" data={amountTargets} value={benefit.amountTarget} error={complaint('target')}
            onChange={(target) => set({ amountTarget: target ?? 'order' })} />
        </div>
      );
    case 'buyXGetY':
      return (
        <div className={classes.triple}>
          <Text label="Buy" numeric="numeric" value={benefit.buy} error={complaint('buy')} onChange={(buy) => set({ buy })} />
          <Text label="Get" numeric="numeric" value={benefit.get} error={complaint('get')} onChange={(get) => set({ get })} />
          <Text label="Cheaper by" suffix="%" numeric="decimal" value={benefit.percentOff} error={complaint('percentOff')}
            note="100 is free." onChange={(percentOff) => set({ percentOff })} />
        </div>
      );
    case 'quantityGroup':
      return (
        <div className={classes.pair}>
          <Text label="Units in a group" numeric="numeric" value={benefit.size} error={complaint('size')}
            onChange={(size) => set({ size })} />
          <Text label="Off each of them" suffix={currency} numeric="decimal" value={benefit.amountEach} error={complaint('amountEach')}
            onChange={(amountEach) => set({ amountEach })} />
        </div>
      );
    case 'tiers':
      return <TierRows form={form} currency={currency} />;
    default:
      return null;
  }
}
