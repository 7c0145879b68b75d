import type { Variant } from '@tradepost/api';
import { pick, picturesOf, startWith, stateOf, swatchOf } from './choice.ts';

const variant = (colour: string, size: string, available: number): Variant => ({
  id: `${colour}-${size}`,
  sku: `SKU-${colour}-${size}`,
  options: { Colour: colour, Storage: size },
  price: { minor: 100, currency: 'USD' },
  available,
});

const product = {
  options: [
    { name: 'Colour', values: ['Black', 'Sage', 'Red'] },
    { name: 'Storage', values: ['128', '256'] },
  ],
  variants: [
    variant('Black', '128', 0),
    variant('Black', '256', 4),
    variant('Sage', '128', 2),
    variant('Sage', '256', 0),
    variant('Red', '256', 1),
  ],
};
const find = (id: string) => product.variants.find((one) => one.id === id) ?? product.variants[0]!;

describe('the variant a page starts with', () => {
  it('is the one the address names, sold out or not', () => {
    expect(startWith(product, 'SKU-Sage-256')?.id).toBe('Sage-256');
  });

  it('is the first that can be bought when the address names none that exists', () => {
    expect(startWith(product, null)?.id).toBe('Black-256');
    expect(startWith(product, 'gone')?.id).toBe('Black-256');
  });

  it('is the first of all when everything has sold out', () => {
    const none = { ...product, variants: product.variants.map((one) => ({ ...one, available: 0 })) };
    expect(startWith(none, null)?.id).toBe('Black-128');
    expect(startWith({ options: [], variants: [] }, null)).toBeUndefined();
  });
});

describe('picking a value', () => {
  it('keeps the other options', () => {
    expect(pick(product, find('Black-128'), 'Colour', 'Sage').id).toBe('Sage-128');
    expect(pick(product, find('Black-256'), 'Storage', '128').id).toBe('Black-128');
  });

  it('takes the nearest there is when the combination does not exist', () => {
    expect(pick(product, find('Black-128'), 'Colour', 'Red').id).toBe('Red-256');
    expect(pick(product, find('Red-256'), 'Storage', '128').id).toBe('Sage-128');
  });
});

describe('what a value says about itself', () => {
  it.each([
    ['Black-256', 'Storage', '128', 'soldOut'],
    ['Sage-128', 'Storage', '128', 'available'],
    ['Red-256', 'Storage', '128', 'other'],
  ])('%s with %s %s is %s', (now, name, value, state) => {
    expect(stateOf(product, find(now), name, value)).toBe(state);
  });

  it('judges a first option alone: black can be bought, although not in the chosen size', () => {
    expect(stateOf(product, find('Black-128'), 'Colour', 'Black')).toBe('available');
    const noBlack = {
      ...product,
      variants: product.variants.map((one) => (one.options.Colour === 'Black' ? { ...one, available: 0 } : one)),
    };
    expect(stateOf(noBlack, find('Sage-128'), 'Colour', 'Black')).toBe('soldOut');
  });
});

describe('pictures', () => {
  const images = [
    { url: 'black', alt: '', options: { Colour: 'Black' } },
    { url: 'sage', alt: '', options: { Colour: 'Sage' } },
    { url: 'box', alt: '' },
  ];

  it('are those of the chosen variant and those of all', () => {
    expect(picturesOf(images, find('Sage-128')).map((one) => one.url)).toEqual(['sage', 'box']);
  });

  it('are all of them when none fits, so the gallery is never empty', () => {
    expect(picturesOf(images.slice(0, 2), find('Red-256'))).toHaveLength(2);
  });

  it('give a value its own small picture', () => {
    expect(swatchOf(images, 'Colour', 'Sage')?.url).toBe('sage');
    expect(swatchOf(images, 'Storage', '128')).toBeUndefined();
  });
});
