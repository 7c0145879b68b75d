import type { Promotion, PromotionBenefit, PromotionCondition } from '@tradepost/api';
import { toDecimal, toZoned } from '@tradepost/domain';

export interface TierDraft {
  minQuantity: string;
  kind: 'percent' | 'unitPrice';
  value: string;
}

export interface ConditionDraft {
  type: string;
  amount: string;
  quantity: string;
  any: string[];
}

export interface BenefitDraft {
  type: string;
  percent: string;
  percentTarget: string;
  cap: string;
  amount: string;
  amountTarget: string;
  buy: string;
  get: string;
  percentOff: string;
  size: string;
  amountEach: string;
  tiers: TierDraft[];
}

/** What opens it: nothing, one code for everybody, or codes of which each has its own. */
export type Opening = 'auto' | 'code' | 'bulk';

export interface Draft {
  name: string;
  opening: Opening;
  code: string;
  /** By the clocks of the shop, as a datetime-local field holds it. */
  startsAt: string;
  endsAt: string;
  priority: string;
  combinable: boolean;
  usageLimit: string;
  perCustomerLimit: string;
  conditions: ConditionDraft[];
  benefit: BenefitDraft;
  active: boolean;
  badge: string;
  showCountdown: boolean;
}

const blankBenefit: BenefitDraft = {
  type: 'percent',
  percent: '10',
  percentTarget: 'order',
  cap: '',
  amount: '',
  amountTarget: 'order',
  buy: '2',
  get: '1',
  percentOff: '100',
  size: '3',
  amountEach: '',
  tiers: [{ minQuantity: '5', kind: 'percent', value: '5' }],
};

export const blankDraft: Draft = {
  name: '',
  opening: 'auto',
  code: '',
  startsAt: '',
  endsAt: '',
  priority: '0',
  combinable: true,
  usageLimit: '',
  perCustomerLimit: '',
  conditions: [],
  benefit: blankBenefit,
  active: true,
  badge: '',
  showCountdown: false,
};

export const blankCondition = (type: string): ConditionDraft => ({ type, amount: '', quantity: '2', any: [] });

const count = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));

function benefitOf(benefit: PromotionBenefit): BenefitDraft {
  const target = benefit.target ?? 'order';
  const blank = { ...blankBenefit, type: benefit.type };
  return {
    ...blank,
    percent: benefit.percent ?? blank.percent,
    percentTarget: benefit.type === 'percent' ? target : blank.percentTarget,
    cap: benefit.cap ? toDecimal(benefit.cap) : '',
    amount: benefit.amount ? toDecimal(benefit.amount) : '',
    amountTarget: benefit.type === 'fixed' ? target : blank.amountTarget,
    buy: count(benefit.buy) || blank.buy,
    get: count(benefit.get) || blank.get,
    percentOff: benefit.percentOff ?? blank.percentOff,
    size: count(benefit.size) || blank.size,
    amountEach: benefit.amountEach ? toDecimal(benefit.amountEach) : '',
    tiers: (benefit.tiers ?? []).map((tier) => ({
      minQuantity: String(tier.minQuantity),
      kind: tier.unitPrice ? 'unitPrice' : 'percent',
      value: tier.unitPrice ? toDecimal(tier.unitPrice) : (tier.percent ?? ''),
    })),
  };
}

const conditionOf = (condition: PromotionCondition): ConditionDraft => ({
  type: condition.type,
  amount: condition.amount ? toDecimal(condition.amount) : '',
  quantity: count(condition.quantity),
  any: condition.any ?? [],
});

/** A kept promotion as the form edits it, its times by the clocks of the shop. */
export function draftOf(promotion: Promotion, zone: string): Draft {
  return {
    name: promotion.name,
    opening: promotion.code ? 'code' : promotion.requiresCode ? 'bulk' : 'auto',
    code: promotion.code ?? '',
    startsAt: toZoned(promotion.startsAt, zone),
    endsAt: toZoned(promotion.endsAt, zone),
    priority: String(promotion.priority),
    combinable: promotion.combinable,
    usageLimit: count(promotion.usageLimit),
    perCustomerLimit: count(promotion.perCustomerLimit),
    conditions: promotion.conditions.map(conditionOf),
    benefit: benefitOf(promotion.benefit),
    active: promotion.active,
    badge: promotion.badge ?? '',
    showCountdown: promotion.showCountdown,
  };
}
