import type { PricePlanInput } from '@tradepost/api';
import { parseMoney } from '@tradepost/domain';
import { amountProblem, percentProblem } from '../settings/rules.ts';
import { instantOf } from './planWords.ts';

/** A plan as it is typed. */
export interface PlanDraft {
  name: string;
  productIds: string[];
  variantIds: string[];
  kind: 'percent' | 'price';
  percent: string;
  price: string;
  startsAt: string;
  endsAt: string;
}

export const blankPlan: PlanDraft = {
  name: '',
  productIds: [],
  variantIds: [],
  kind: 'percent',
  percent: '',
  price: '',
  startsAt: '',
  endsAt: '',
};

/** What keeps the plan from being made; null when nothing does. */
export function planProblem(draft: PlanDraft, currency: string, now: Date): string | null {
  if (draft.productIds.length + draft.variantIds.length === 0) return 'Choose what it is for.';
  const amount = draft.kind === 'percent' ? percentOffProblem(draft.percent) : amountProblem(draft.price, currency, false);
  if (amount) return amount;
  const [from, to] = [instantOf(draft.startsAt), instantOf(draft.endsAt)];
  if (from && new Date(from) < new Date(now.getTime() - 60_000)) return 'The start lies in the past. Leave it empty to begin now.';
  if (to && new Date(to) <= now) return 'The end lies in the past.';
  return from && to && to <= from ? 'The end must come after the start.' : null;
}

function percentOffProblem(text: string): string | null {
  return percentProblem(text) ?? (Number(text) === 0 ? 'Take more than 0 % off.' : null);
}

export function planOf(draft: PlanDraft, currency: string): PricePlanInput {
  const price = draft.kind === 'price' ? parseMoney(draft.price, currency) : null;
  return {
    name: draft.name.trim() === '' ? null : draft.name.trim(),
    productIds: draft.productIds,
    variantIds: draft.variantIds,
    ...(price ? { price } : { percentOff: draft.percent.trim() }),
    startsAt: instantOf(draft.startsAt),
    endsAt: instantOf(draft.endsAt),
  };
}
