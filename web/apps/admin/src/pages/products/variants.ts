import { freshKey, type Draft, type OptionDraft, type VariantDraft } from './draft.ts';

/** More combinations than this are a mistake in the options more often than a product. */
export const variantLimit = 200;

/** The options that say something: a name and at least one value. */
export function usableOptions(options: OptionDraft[]): OptionDraft[] {
  return options.filter((option) => option.name.trim() !== '' && option.values.length > 0);
}

/** While an option is half written, the variants stay as they are. */
export function settled(options: OptionDraft[]): boolean {
  return usableOptions(options).length === options.length;
}

export function combinationCount(options: OptionDraft[]): number {
  const usable = usableOptions(options);
  return usable.length === 0 ? 0 : usable.reduce((count, option) => count * option.values.length, 1);
}

function combinations(options: OptionDraft[]): Record<string, string>[] {
  return usableOptions(options).reduce<Record<string, string>[]>(
    (all, option) => all.flatMap((one) => option.values.map((value) => ({ ...one, [option.name.trim()]: value }))),
    [{}],
  );
}

const identity = (options: Record<string, string>) => JSON.stringify(Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Letters and digits of the values, so that a proposed SKU tells which variant it is. */
function proposedSku(base: string, options: Record<string, string>): string {
  if (base.trim() === '') return '';
  const parts = Object.values(options).map((value) =>
    value
      .normalize('NFKD')
      .replace(/[^a-z0-9]/gi, '')
      .toUpperCase()
      .slice(0, 8),
  );
  return [base.trim(), ...parts].join('-');
}

/**
 * The variants that these options make. One that was there before keeps its id, SKU, price and weight;
 * a new one starts from the product's own price and a proposed SKU.
 */
export function variantsFor(
  options: OptionDraft[],
  draft: Pick<Draft, 'variants' | 'sku' | 'price' | 'compareAtPrice' | 'cost' | 'weightGrams'>,
): VariantDraft[] {
  const count = combinationCount(options);
  if (count === 0 || count > variantLimit) return count === 0 ? [] : draft.variants;
  const before = new Map(draft.variants.map((variant) => [identity(variant.options), variant]));
  return combinations(options).map(
    (combination) =>
      before.get(identity(combination)) ?? {
        rowKey: freshKey(),
        options: combination,
        sku: proposedSku(draft.sku, combination),
        price: draft.price,
        compareAtPrice: draft.compareAtPrice,
        cost: draft.cost,
        weightGrams: draft.weightGrams,
        stock: '',
      },
  );
}

/** Renaming an option keeps its variants: only the word changes. */
export function renameOption(variants: VariantDraft[], from: string, to: string): VariantDraft[] {
  if (from === to || from === '' || to === '') return variants;
  return variants.map((variant) => ({
    ...variant,
    options: Object.fromEntries(Object.entries(variant.options).map(([name, value]) => [name === from ? to : name, value])),
  }));
}
