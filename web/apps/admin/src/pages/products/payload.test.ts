import { sampleProduct, usd } from '../../test/samples.ts';
import { draftOf, emptyDraft, freshKey, sameDraft } from './draft.ts';
import { createPayload, patchPayload } from './payload.ts';

const colours = { rowKey: freshKey(), name: 'Colour', values: ['Black', 'Sand'] };
const variant = (sku: string, Colour: string, id?: string) => ({
  rowKey: freshKey(),
  ...(id !== undefined && { id }),
  options: { Colour },
  sku,
  price: '10.50',
  compareAtPrice: '',
  cost: '',
  weightGrams: '',
  stock: '4',
});

describe('a new product', () => {
  it('is sent in minor units, with blanks as nothing', () => {
    const body = createPayload({ ...emptyDraft(), name: ' Atlas ', price: '1299.5', stock: '7', brand: ' ' }, 'USD');
    expect(body).toMatchObject({
      name: 'Atlas',
      price: usd(129950),
      compareAtPrice: null,
      cost: null,
      brand: null,
      stock: 7,
      status: 'draft',
      dimensionsMm: null,
    });
    expect(body).not.toHaveProperty('variants');
  });

  it('sends its stock with the variants once it has some', () => {
    const body = createPayload(
      {
        ...emptyDraft(),
        name: 'A',
        price: '1',
        stock: '7',
        options: [colours],
        variants: [variant('A', 'Black'), variant('B', 'Sand')],
      },
      'USD',
    );
    expect(body).not.toHaveProperty('stock');
    expect(body.variants).toEqual([
      { sku: 'A', options: { Colour: 'Black' }, price: usd(1050), compareAtPrice: null, cost: null, weightGrams: null, stock: 4 },
      { sku: 'B', options: { Colour: 'Sand' }, price: usd(1050), compareAtPrice: null, cost: null, weightGrams: null, stock: 4 },
    ]);
  });
});

describe('an edit', () => {
  const before = draftOf(sampleProduct());

  it('sends only what changed', () => {
    expect(patchPayload(before, { ...before, name: 'Atlas 15', tags: [] }, 'USD')).toEqual({
      name: 'Atlas 15',
      tags: [],
    });
    expect(patchPayload(before, before, 'USD')).toEqual({});
  });

  it('sends an emptied field as null, so that it is cleared', () => {
    expect(patchPayload(before, { ...before, brand: '', width: '', height: '', depth: '' }, 'USD')).toEqual({
      brand: null,
      dimensionsMm: null,
    });
  });

  it('hands back what a variant has beyond the form, so that writing the list whole loses nothing', () => {
    const dimensionsMm = { width: 1, height: 2, depth: 3 };
    const many = sampleProduct({
      options: [{ name: 'Colour', values: ['Black'] }],
      variants: [{ id: 'v1', sku: 'A', options: { Colour: 'Black' }, price: usd(100), available: 1, onHand: 1, gtin: '4006381333931',
        dimensionsMm }],
    });
    const draft = draftOf(many);
    const patch = patchPayload(draft, { ...draft, variants: draft.variants.map((one) => ({ ...one, price: '2' })) }, 'USD');
    expect(patch.variants).toMatchObject([{ id: 'v1', price: usd(200), gtin: '4006381333931', dimensionsMm }]);
  });

  it('sends options and variants together, and never the stock of a variant that exists', () => {
    const patch = patchPayload(
      before,
      { ...before, options: [colours], variants: [variant('A', 'Black', 'v1'), variant('B', 'Sand')] },
      'USD',
    );
    expect(Object.keys(patch).toSorted()).toEqual(['options', 'variants']);
    expect(patch.variants?.map(({ id, stock }) => [id, stock])).toEqual([
      ['v1', undefined],
      [undefined, 4],
    ]);
  });
});

describe('two drafts', () => {
  it('are the same whatever the keys of their rows', () => {
    expect(sameDraft(draftOf(sampleProduct()), draftOf(sampleProduct()))).toBe(true);
    expect(sameDraft(draftOf(sampleProduct()), { ...draftOf(sampleProduct()), price: '1' })).toBe(false);
  });
});
