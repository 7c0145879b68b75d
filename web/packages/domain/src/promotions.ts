import { formatMoney, type Money } from './money.ts';
import { plural } from './text.ts';

/** Why a promotion or a code does not apply, and what would help. */
export const promotionReasonWords: Record<string, string> = {
  unknownCode: 'We do not know this code. Check how it is spelt.',
  codeMissing: 'It needs a code.',
  notStarted: 'It has not started yet.',
  ended: 'It has ended.',
  usageLimit: 'It was used as often as it can be.',
  perCustomerLimit: 'You have used it as often as you can.',
  minSubtotal: 'Your cart is not worth enough for it yet.',
  minLineQuantity: 'It needs more units of one product.',
  minQuantity: 'It needs more units in the cart.',
  noEligibleLines: 'Nothing in the cart is part of it.',
  customerGroup: 'It is for certain customers. Sign in if you are one of them.',
  country: 'It does not go to this country.',
  firstOrder: 'It is for a first order.',
  currency: 'It is for orders in another currency.',
  paymentMethod: 'It is for another way to pay.',
  tooFewUnits: 'It needs more units of what it is for.',
  nothingLeft: 'There is nothing left to take off.',
  notBest: 'It cannot be combined with another offer, and that one is better for you.',
};

/** The words for a reason; one that only a newer server knows is still an answer. */
export function promotionReason(reason: string): string {
  return promotionReasonWords[reason] ?? 'It cannot be used on this cart.';
}

interface Tier {
  minQuantity?: number | null;
  percent?: string | null;
  unitPrice?: Money | null;
}

export interface BenefitFacts {
  type?: string;
  percent?: string | null;
  target?: string | null;
  cap?: Money | null;
  amount?: Money | null;
  buy?: number | null;
  get?: number | null;
  percentOff?: string | null;
  size?: number | null;
  amountEach?: Money | null;
  tiers?: Tier[] | null;
}

export interface ConditionFacts {
  type?: string;
  amount?: Money | null;
  quantity?: number | null;
  any?: string[] | null;
}

const targets: Record<string, string> = {
  order: 'your order',
  lines: 'these products',
  unitPrice: 'each unit',
  shipping: 'shipping',
  eachUnit: 'each unit',
  eachLine: 'each product',
};

function tierWords({ minQuantity, percent, unitPrice }: Tier): string {
  const what = unitPrice ? `${formatMoney(unitPrice)} each` : `${percent ?? '0'} % off`;
  return `${what} from ${minQuantity ?? 0}`;
}

/** What a promotion gives, in a few words: "20 % off these products", "Buy 2, get 1 free". */
export function benefitWords(benefit: BenefitFacts): string {
  const { type, target, cap } = benefit;
  const on = targets[target ?? 'order'] ?? 'your order';
  switch (type) {
    case 'percent':
      return `${benefit.percent ?? '0'} % off ${on}${cap ? `, up to ${formatMoney(cap)}` : ''}`;
    case 'fixed':
      return benefit.amount ? `${formatMoney(benefit.amount)} off ${on}` : `Money off ${on}`;
    case 'buyXGetY': {
      const gift = benefit.percentOff === '100' ? 'free' : `${benefit.percentOff ?? '0'} % off`;
      return `Buy ${benefit.buy ?? 0}, get ${benefit.get ?? 0} ${gift}`;
    }
    case 'quantityGroup':
      return benefit.amountEach
        ? `${formatMoney(benefit.amountEach)} off each in every ${benefit.size ?? 0}`
        : `A better price for every ${benefit.size ?? 0}`;
    case 'tiers':
      return (benefit.tiers ?? []).map(tierWords).join(', ') || 'The more, the cheaper';
    default:
      return 'Free shipping';
  }
}

const listed = (any: string[] | null | undefined) => (any ?? []).join(', ');

/** What a promotion takes, in a few words: "on orders of $50.00 or more". */
export function conditionWords(condition: ConditionFacts): string {
  switch (condition.type) {
    case 'minSubtotal':
      return condition.amount ? `on orders of ${formatMoney(condition.amount)} or more` : 'on larger orders';
    case 'minLineQuantity':
      return `from ${plural(condition.quantity ?? 0, 'unit')} of one product`;
    case 'minQuantity':
      return `from ${plural(condition.quantity ?? 0, 'unit')} in all`;
    case 'customerGroup':
      return condition.any?.length ? `for ${listed(condition.any)}` : 'for certain customers';
    case 'country':
      return `delivered to ${listed(condition.any)}`;
    case 'firstOrder':
      return 'on a first order';
    case 'paymentMethod':
      return `paid by ${listed(condition.any)}`;
    default:
      return `on ${condition.type ?? 'products'} ${listed(condition.any)}`;
  }
}
