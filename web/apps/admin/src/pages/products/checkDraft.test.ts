import { checkDraft } from './checkDraft.ts';
import { emptyDraft, freshKey, type Draft, type VariantDraft } from './draft.ts';

const sound = (over: Partial<Draft> = {}): Draft => ({ ...emptyDraft(), name: 'Atlas 14', price: '1299', ...over });
const variant = (over: Partial<VariantDraft> = {}): VariantDraft => ({
  rowKey: freshKey(),
  options: { Colour: 'Black' },
  sku: 'A',
  price: '10',
  compareAtPrice: '',
  cost: '',
  weightGrams: '',
  stock: '',
  ...over,
});
const colour = (values: string[], name = 'Colour') => ({ rowKey: freshKey(), name, values });

describe('a draft', () => {
  it('with a name and a price can be saved', () => {
    expect(checkDraft(sound(), 'USD')).toEqual({});
  });

  it('names everything that is wrong at once', () => {
    const wrong = sound({
      name: '  ',
      price: 'x',
      weightGrams: '1.5',
      width: '10',
      attributes: [{ rowKey: 'k', name: '', value: 'v' }],
    });
    expect(Object.keys(checkDraft(wrong, 'USD')).toSorted()).toEqual(['attributes[0].name', 'depth', 'name', 'price', 'weightGrams']);
  });

  it.each([
    ['19.999', 'USD'],
    ['1.5', 'JPY'],
    ['', 'USD'],
    ['-1', 'USD'],
    ['1e3', 'USD'],
  ])('takes no price of "%s" in %s', (price, currency) => {
    expect(checkDraft(sound({ price }), currency).price).toBeDefined();
  });

  it.each([
    ['19.999', 'KWD'],
    ['1500', 'JPY'],
    ['0', 'USD'],
    ['1,299.50', 'USD'],
  ])('takes a price of "%s" in %s', (price, currency) => {
    expect(checkDraft(sound({ price }), currency).price).toBeUndefined();
  });

  it('needs the earlier price to be higher, to the cent', () => {
    expect(checkDraft(sound({ compareAtPrice: '1299.00' }), 'USD').compareAtPrice).toBe('The earlier price must be higher than the price.');
    expect(checkDraft(sound({ compareAtPrice: '1299.01' }), 'USD')).toEqual({});
  });

  it('takes all three sides or none', () => {
    expect(checkDraft(sound({ width: '10', height: '20' }), 'USD').depth).toBe('Give all three sides, or none.');
    expect(checkDraft(sound({ width: '10', height: '20', depth: '3' }), 'USD')).toEqual({});
  });
});

describe('options and variants', () => {
  it('need names, and no two the same', () => {
    const found = checkDraft(sound({ options: [colour(['Black']), colour([], ''), colour(['S'], 'colour')] }), 'USD');
    expect(found['options[1].name']).toBe('Name the option, for example Colour.');
    expect(found['options[1].values']).toBe('Add at least one value.');
    expect(found['options[2].name']).toBe('Another option has this name.');
  });

  it('are limited, and the message says how many there would be', () => {
    const values = Array.from({ length: 15 }, (_, index) => `v${index}`);
    expect(checkDraft(sound({ options: [colour(values), colour(values, 'Size')] }), 'USD').options).toContain('225 variants');
  });

  it('need SKUs of their own and their own sound prices', () => {
    const variants = [variant(), variant({ sku: ' A ' }), variant({ sku: '', price: 'x', compareAtPrice: '5', stock: '-1' })];
    const found = checkDraft(sound({ options: [colour(['Black', 'Sand', 'Blue'])], variants }), 'USD');
    expect(found['variants[0].sku']).toBe('Two variants have this SKU.');
    expect(found['variants[1].sku']).toBe('Two variants have this SKU.');
    expect(Object.keys(found).filter((field) => field.startsWith('variants[2]'))).toEqual([
      'variants[2].sku',
      'variants[2].price',
      'variants[2].stock',
    ]);
  });
});
