import { parseMoney } from '@tradepost/domain';
import type { Draft, VariantDraft } from './draft.ts';
import { combinationCount, variantLimit } from './variants.ts';

/** Complaints by field; fields of a row are named as the server names them (variants[2].sku). */
export type Complaints = Record<string, string>;

const priceProblem = (value: string, currency: string): string | null => {
  const money = parseMoney(value, currency);
  if (!money) return `Enter an amount in ${currency}, like 19.99.`;
  return money.minor < 0 ? 'A price cannot be negative.' : null;
};

const costProblem = (value: string, currency: string): string | null => (value.trim() === '' ? null : priceProblem(value, currency));

function wasPriceProblem(price: string, was: string, currency: string): string | null {
  if (was.trim() === '') return null;
  const before = parseMoney(was, currency);
  const now = parseMoney(price, currency);
  if (!before) return `Enter an amount in ${currency}, or leave it empty.`;
  return now && before.minor <= now.minor ? 'The earlier price must be higher than the price.' : null;
}

function countProblem(value: string, what: string): string | null {
  if (value.trim() === '') return null;
  return /^\d{1,9}$/.test(value.trim()) ? null : `${what} is a whole number.`;
}

function add(complaints: Complaints, field: string, problem: string | null): void {
  if (problem) complaints[field] = problem;
}

function checkVariant(variant: VariantDraft, at: string, currency: string, skus: Map<string, number>, complaints: Complaints): void {
  const sku = variant.sku.trim();
  if (sku === '') complaints[`${at}.sku`] = 'Every variant needs a SKU.';
  else if ((skus.get(sku) ?? 0) > 1) complaints[`${at}.sku`] = 'Two variants have this SKU.';
  add(complaints, `${at}.price`, priceProblem(variant.price, currency));
  add(complaints, `${at}.compareAtPrice`, wasPriceProblem(variant.price, variant.compareAtPrice, currency));
  add(complaints, `${at}.cost`, costProblem(variant.cost, currency));
  add(complaints, `${at}.weightGrams`, countProblem(variant.weightGrams, 'The weight in grams'));
  add(complaints, `${at}.stock`, countProblem(variant.stock, 'The stock'));
}

function checkOptions(draft: Draft, complaints: Complaints): void {
  const names = draft.options.map((option) => option.name.trim().toLowerCase());
  draft.options.forEach((option, index) => {
    const name = names[index] ?? '';
    if (name === '') complaints[`options[${index}].name`] = 'Name the option, for example Colour.';
    else if (names.indexOf(name) !== index) complaints[`options[${index}].name`] = 'Another option has this name.';
    if (option.values.length === 0) complaints[`options[${index}].values`] = 'Add at least one value.';
  });
  const count = combinationCount(draft.options);
  if (count > variantLimit) complaints.options = `These options make ${count} variants; ${variantLimit} is the most. Take out some values.`;
}

function checkDimensions(draft: Draft, complaints: Complaints): void {
  const sides = [draft.width, draft.height, draft.depth];
  add(complaints, 'width', countProblem(draft.width, 'The width'));
  add(complaints, 'height', countProblem(draft.height, 'The height'));
  add(complaints, 'depth', countProblem(draft.depth, 'The depth'));
  const given = sides.filter((side) => side.trim() !== '').length;
  if (given > 0 && given < 3) complaints.depth ??= 'Give all three sides, or none.';
}

/** Everything that keeps the draft from being saved, in words that say what to do. Empty when it can be. */
export function checkDraft(draft: Draft, currency: string): Complaints {
  const complaints: Complaints = {};
  if (draft.name.trim() === '') complaints.name = 'Give the product a name.';
  else if (draft.name.trim().length > 300) complaints.name = 'A name has at most 300 characters.';
  add(complaints, 'price', priceProblem(draft.price, currency));
  add(complaints, 'compareAtPrice', wasPriceProblem(draft.price, draft.compareAtPrice, currency));
  add(complaints, 'cost', costProblem(draft.cost, currency));
  add(complaints, 'weightGrams', countProblem(draft.weightGrams, 'The weight in grams'));
  add(complaints, 'stock', countProblem(draft.stock, 'The stock'));
  checkDimensions(draft, complaints);
  draft.attributes.forEach((attribute, index) => {
    if (attribute.name.trim() === '') complaints[`attributes[${index}].name`] = 'Name it.';
    if (attribute.value.trim() === '') complaints[`attributes[${index}].value`] = 'Say what it is.';
  });
  checkOptions(draft, complaints);
  const skus = new Map<string, number>();
  for (const { sku } of draft.variants) skus.set(sku.trim(), (skus.get(sku.trim()) ?? 0) + 1);
  draft.variants.forEach((variant, index) => checkVariant(variant, `variants[${index}]`, currency, skus, complaints));
  return complaints;
}
