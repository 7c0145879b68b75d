import { emptyDraft, freshKey, type OptionDraft, type VariantDraft } from './draft.ts';
import { combinationCount, renameOption, settled, variantLimit, variantsFor } from './variants.ts';

const option = (name: string, ...values: string[]): OptionDraft => ({ rowKey: freshKey(), name, values });
const draft = (variants: VariantDraft[] = []) => ({
  ...emptyDraft(),
  sku: 'AT-14',
  price: '10',
  weightGrams: '250',
  variants,
});
const kept: VariantDraft = {
  rowKey: 'k',
  id: 'v1',
  options: { Storage: '1 TB', Colour: 'Black' },
  sku: 'OLD',
  price: '99',
  compareAtPrice: '',
  cost: '',
  weightGrams: '1',
  stock: '',
};

describe('the variants that options make', () => {
  it('are every combination, in the order of the values', () => {
    const made = variantsFor([option('Colour', 'Black', 'Sand'), option('Storage', '1 TB', '2 TB')], draft());
    expect(made.map(({ options }) => Object.values(options).join(' '))).toEqual(['Black 1 TB', 'Black 2 TB', 'Sand 1 TB', 'Sand 2 TB']);
  });

  it('start from the price and weight of the product, with a SKU that tells them apart', () => {
    const [first] = variantsFor([option('Colour', 'Jet black')], draft());
    expect(first).toMatchObject({ sku: 'AT-14-JETBLACK', price: '10', weightGrams: '250' });
  });

  it('keep what a combination had before, whatever the order of its options', () => {
    const made = variantsFor([option('Colour', 'Black', 'Sand'), option('Storage', '1 TB')], draft([kept]));
    expect(made[0]).toBe(kept);
    expect(made[1]?.id).toBeUndefined();
  });

  it('stay as they are while there would be too many', () => {
    const many = Array.from({ length: variantLimit + 1 }, (_, index) => String(index));
    expect(variantsFor([option('Colour', ...many)], draft([kept]))).toEqual([kept]);
  });

  it('are none without options', () => {
    expect(variantsFor([], draft([kept]))).toEqual([]);
    expect(combinationCount([option('', 'x')])).toBe(0);
  });

  it('wait while an option is half written', () => {
    expect(settled([option('Colour', 'Black'), option('Size')])).toBe(false);
    expect(settled([option('Colour', 'Black')])).toBe(true);
  });

  it('follow the new name of an option', () => {
    expect(renameOption([kept], 'Colour', 'Color')[0]?.options).toEqual({ Storage: '1 TB', Color: 'Black' });
  });
});
