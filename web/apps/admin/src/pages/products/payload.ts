import type { Money, NewProduct, ProductInput, VariantInput } from '@tradepost/api';
import { parseMoney } from '@tradepost/domain';
import type { Draft, VariantDraft } from './draft.ts';
import { usableOptions } from './variants.ts';

const blank = (value: string) => (value.trim() === '' ? null : value.trim());
const count = (value: string) => (value.trim() === '' ? null : Number(value));
const money = (value: string, currency: string): Money | null => (value.trim() === '' ? null : parseMoney(value, currency));

/** Only checked drafts come here, so a price that can't be read is a mistake of ours. */
function price(value: string, currency: string): Money {
  const amount = parseMoney(value, currency);
  if (!amount) throw new Error(`Not an amount: ${value}`);
  return amount;
}

function variant(draft: VariantDraft, currency: string): VariantInput {
  const stock = count(draft.stock);
  return {
    ...(draft.id !== undefined && { id: draft.id }),
    sku: draft.sku.trim(),
    options: draft.options,
    price: price(draft.price, currency),
    compareAtPrice: money(draft.compareAtPrice, currency),
    cost: money(draft.cost, currency),
    weightGrams: count(draft.weightGrams),
    ...draft.kept,
    ...(draft.id === undefined && stock !== null && { stock }),
  };
}

/** The whole draft as the server reads it. */
function inputOf(draft: Draft, currency: string): NewProduct {
  const sides = [count(draft.width), count(draft.height), count(draft.depth)];
  const [width, height, depth] = sides;
  return {
    name: draft.name.trim(),
    description: blank(draft.description),
    brand: blank(draft.brand),
    categoryId: draft.categoryId,
    tags: draft.tags,
    status: draft.status,
    taxClass: draft.taxClass,
    price: price(draft.price, currency),
    compareAtPrice: money(draft.compareAtPrice, currency),
    cost: money(draft.cost, currency),
    sku: blank(draft.sku),
    weightGrams: count(draft.weightGrams),
    dimensionsMm: width != null && height != null && depth != null ? { width, height, depth } : null,
    attributes: draft.attributes.map(({ name, value }) => ({ name: name.trim(), value: value.trim() })),
    options: usableOptions(draft.options).map(({ name, values }) => ({ name: name.trim(), values })),
    variants: draft.variants.map((one) => variant(one, currency)),
  };
}

export function createPayload(draft: Draft, currency: string): NewProduct {
  const { options, variants, ...rest } = inputOf(draft, currency);
  const stock = count(draft.stock);
  const single = variants === undefined || variants.length === 0;
  return { ...rest, ...(single ? stock !== null && { stock } : { options, variants }) };
}

/** Only what changed: two people who edit different parts of a product do not undo each other. */
export function patchPayload(before: Draft, after: Draft, currency: string): ProductInput {
  const old = inputOf(before, currency);
  const now = inputOf(after, currency);
  const changed = Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name as keyof NewProduct]));
  const patch = Object.fromEntries(changed) as ProductInput;
  // Options and variants describe each other and travel together.
  if (patch.options || patch.variants) return { ...patch, options: now.options ?? [], variants: now.variants ?? [] };
  return patch;
}
