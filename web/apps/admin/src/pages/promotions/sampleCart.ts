import type { PromotionCondition, PromotionInput, QuoteBody } from '@tradepost/api';
import { parseMoney } from '@tradepost/domain';
import { restricting } from './conditionTypes.ts';

export interface SampleLine {
  price: string;
  quantity: string;
  /** It is among what the promotion is for. */
  meant: boolean;
}

export interface Sample {
  lines: SampleLine[];
  shipping: string;
  /** The customer is one of those it is for, and buys the way it asks for. */
  fits: boolean;
}

export const usualSample: Sample = {
  lines: [
    { price: '40.00', quantity: '3', meant: true },
    { price: '25.00', quantity: '1', meant: false },
  ],
  shipping: '4.90',
  fits: true,
};

const firstOf = (conditions: PromotionCondition[], type: string) => conditions.find((one) => one.type === type)?.any?.[0];

/** A line that is meant has one of each thing the promotion is restricted to. */
function traits(conditions: PromotionCondition[], meant: boolean) {
  if (!meant || !conditions.some((one) => restricting.includes(one.type))) return {};
  const [product, category, brand, vendor] = ['products', 'categories', 'brands', 'vendors'].map((type) => firstOf(conditions, type));
  const tags = conditions.filter((one) => one.type === 'tags').flatMap((one) => one.any?.slice(0, 1) ?? []);
  return {
    tags,
    ...(product !== undefined && { productId: product }),
    ...(category !== undefined && { category }),
    ...(brand !== undefined && { brand }),
    ...(vendor !== undefined && { vendor }),
  };
}

/** The sample as the body of a quote; null while something in it can't be read. */
export function quoteOf(promotion: PromotionInput, sample: Sample, currency: string, pricesIncludeTax: boolean): QuoteBody | null {
  const conditions = promotion.conditions ?? [];
  const shipping = parseMoney(sample.shipping || '0', currency);
  const lines = sample.lines.map(({ price, quantity, meant }, place) => {
    const unitPrice = parseMoney(price, currency);
    const units = Number(quantity);
    return unitPrice && unitPrice.minor >= 0 && Number.isInteger(units) && units > 0 && units < 1000
      ? { key: String(place), unitPrice, quantity: units, ...traits(conditions, meant) }
      : null;
  });
  const sound = lines.filter((line) => line !== null);
  if (!shipping || shipping.minor < 0 || sound.length === 0 || sound.length < lines.length) return null;
  const code = promotion.code ?? (promotion.requiresCode ? 'SAMPLE' : null);
  const country = firstOf(conditions, 'country');
  const method = firstOf(conditions, 'paymentMethod');
  const group = firstOf(conditions, 'customerGroup');
  return {
    currency,
    pricesIncludeTax,
    lines: sound,
    shipping: { price: shipping },
    promotions: [{ ...promotion, code, usageLimit: null, perCustomerLimit: null }],
    codes: code === null ? [] : [code],
    firstOrder: sample.fits,
    ...(sample.fits && country !== undefined && { country }),
    ...(sample.fits && method !== undefined && { paymentMethod: method }),
    ...(sample.fits && group !== undefined && { customerGroups: [group] }),
  };
}
