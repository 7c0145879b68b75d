import type { PromotionBenefit, PromotionCondition, PromotionInput } from '@tradepost/api';
import { fromZoned, parseMoney, type Money } from '@tradepost/domain';
import type { BenefitDraft, ConditionDraft, Draft } from './draft.ts';

const money = (text: string, currency: string): Money | null => (text.trim() === '' ? null : parseMoney(text, currency));
const whole = (text: string): number | null => (text.trim() === '' ? null : Number(text));

function benefitPayload(draft: BenefitDraft, currency: string): PromotionBenefit {
  const { type } = draft;
  switch (type) {
    case 'percent':
      return { type, percent: draft.percent.trim(), target: draft.percentTarget, cap: money(draft.cap, currency) };
    case 'fixed':
      return { type, amount: money(draft.amount, currency), target: draft.amountTarget };
    case 'buyXGetY':
      return { type, buy: whole(draft.buy), get: whole(draft.get), percentOff: draft.percentOff.trim() };
    case 'quantityGroup':
      return { type, size: whole(draft.size), amountEach: money(draft.amountEach, currency) };
    case 'tiers':
      return {
        type,
        tiers: draft.tiers.map(({ minQuantity, kind, value }) => ({
          minQuantity: Number(minQuantity),
          ...(kind === 'percent' ? { percent: value.trim() } : { unitPrice: money(value, currency) }),
        })),
      };
    default:
      return { type };
  }
}

function conditionPayload({ type, amount, quantity, any }: ConditionDraft, currency: string): PromotionCondition {
  if (type === 'minSubtotal') return { type, amount: money(amount, currency) };
  if (type === 'minLineQuantity' || type === 'minQuantity') return { type, quantity: whole(quantity) };
  return type === 'firstOrder' ? { type } : { type, any };
}

/** The draft as the shop takes it; its times are instants from here on. */
export function payloadOf(draft: Draft, currency: string, zone: string): PromotionInput {
  return {
    name: draft.name.trim(),
    code: draft.opening === 'code' ? draft.code.trim() : null,
    requiresCode: draft.opening === 'bulk',
    startsAt: fromZoned(draft.startsAt, zone),
    endsAt: fromZoned(draft.endsAt, zone),
    priority: Number(draft.priority),
    combinable: draft.combinable,
    usageLimit: whole(draft.usageLimit),
    perCustomerLimit: whole(draft.perCustomerLimit),
    conditions: draft.conditions.map((condition) => conditionPayload(condition, currency)),
    benefit: benefitPayload(draft.benefit, currency),
    active: draft.active,
    badge: draft.badge.trim() === '' ? null : draft.badge.trim(),
    showCountdown: draft.showCountdown && draft.endsAt !== '',
  };
}
