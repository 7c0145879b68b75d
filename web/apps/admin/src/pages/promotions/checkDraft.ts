import { parseMoney } from '@tradepost/domain';
import type { BenefitDraft, ConditionDraft, Draft } from './draft.ts';

/** Complaints by field, named as the server names them. */
export type Complaints = Record<string, string>;

function amountProblem(text: string, currency: string): string | null {
  const amount = parseMoney(text, currency);
  return !amount || amount.minor < 0 ? `Enter an amount in ${currency}, like 5.00.` : null;
}

function percentProblem(text: string): string | null {
  const fits = /^\d{1,3}(\.\d{1,10})?$/.test(text.trim()) && Number(text) <= 100;
  return fits ? null : 'Enter a percentage from 0 to 100.';
}

function countProblem(text: string): string | null {
  return /^[1-9]\d{0,8}$/.test(text.trim()) ? null : 'Enter a whole number, 1 or more.';
}

type Add = (field: string, problem: string | null) => void;

function checkBenefit(draft: BenefitDraft, currency: string, add: Add): void {
  switch (draft.type) {
    case 'percent':
      add('percent', percentProblem(draft.percent));
      if (draft.cap.trim() !== '') add('cap', amountProblem(draft.cap, currency));
      break;
    case 'fixed':
      add('amount', amountProblem(draft.amount, currency));
      break;
    case 'buyXGetY':
      add('buy', countProblem(draft.buy));
      add('get', countProblem(draft.get));
      add('percentOff', percentProblem(draft.percentOff));
      break;
    case 'quantityGroup':
      add('size', countProblem(draft.size));
      add('amountEach', amountProblem(draft.amountEach, currency));
      break;
    case 'tiers':
      if (draft.tiers.length === 0) add('tiers', 'Add at least one step.');
      draft.tiers.forEach((tier, place) => {
        const twice = draft.tiers.findIndex((other) => other.minQuantity === tier.minQuantity) !== place;
        add(`tiers[${place}].minQuantity`, twice ? 'Another step begins here.' : countProblem(tier.minQuantity));
        add(`tiers[${place}].${tier.kind}`, tier.kind === 'percent' ? percentProblem(tier.value) : amountProblem(tier.value, currency));
      });
  }
}

function checkCondition(draft: ConditionDraft, currency: string, add: Add): void {
  if (draft.type === 'minSubtotal') add('amount', amountProblem(draft.amount, currency));
  else if (draft.type === 'minLineQuantity' || draft.type === 'minQuantity') add('quantity', countProblem(draft.quantity));
  else if (draft.type !== 'firstOrder' && draft.any.length === 0) add('any', 'Name at least one.');
}

/** Everything that keeps the draft from being saved, in words that say what to do. Empty when it can be. */
export function checkDraft(draft: Draft, currency: string): Complaints {
  const complaints: Complaints = {};
  const at = (prefix: string): Add => (field, problem) => {
    if (problem) complaints[prefix + field] = problem;
  };
  const add = at('');
  if (draft.name.trim() === '') add('name', 'Give it a name. Customers see it in the cart.');
  if (draft.opening === 'code' && !/^\S{1,60}$/.test(draft.code.trim())) add('code', 'Enter a code without blanks.');
  if (draft.startsAt !== '' && draft.endsAt !== '' && draft.endsAt <= draft.startsAt) add('endsAt', 'The end must come after the start.');
  if (!/^-?\d{1,6}$/.test(draft.priority.trim())) add('priority', 'Enter a whole number.');
  for (const limit of ['usageLimit', 'perCustomerLimit'] as const) {
    if (draft[limit].trim() !== '') add(limit, countProblem(draft[limit]));
  }
  checkBenefit(draft.benefit, currency, at('benefit.'));
  draft.conditions.forEach((condition, place) => checkCondition(condition, currency, at(`conditions[${place}].`)));
  return complaints;
}
