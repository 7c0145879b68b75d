import type { Product, ProductImage, Variant } from '@tradepost/api';

export type Choice = Record<string, string>;

type Choosable = Pick<Product, 'options' | 'variants'>;

function fits(variant: Variant, choice: Choice): boolean {
  return Object.entries(choice).every(([name, value]) => variant.options[name] === value);
}

/** The variant to start with: the one the address names, else the first that can be bought, else the first. */
export function startWith(product: Choosable, sku: string | null): Variant | undefined {
  return (
    product.variants.find((one) => one.sku === sku) ?? product.variants.find((one) => one.available > 0) ?? product.variants[0]
  );
}

/**
 * The variant after picking one value. The other options stay as they are if there is such a variant; otherwise the
 * nearest one with the picked value is taken, one that can be bought first.
 */
export function pick(product: Choosable, now: Variant, name: string, value: string): Variant {
  const exact = product.variants.find((one) => fits(one, { ...now.options, [name]: value }));
  if (exact) return exact;
  const same = (one: Variant) => Object.keys(one.options).filter((key) => one.options[key] === now.options[key]).length;
  const candidates = product.variants.filter((one) => one.options[name] === value);
  candidates.sort((a, b) => Number(b.available > 0) - Number(a.available > 0) || same(b) - same(a));
  return candidates[0] ?? now;
}

/**
 * What to say about a value: it can be bought, it has sold out, or it does not exist with what is chosen before it. Options
 * are chosen from the first to the last, so a colour is judged alone, and a size with the chosen colour.
 */
export function stateOf(product: Choosable, now: Variant, name: string, value: string): 'available' | 'soldOut' | 'other' {
  const before = product.options
    .slice(
      0,
      product.options.findIndex((one) => one.name === name),
    )
    .map((one) => one.name);
  const chosen = Object.fromEntries(before.map((one) => [one, now.options[one] ?? '']));
  const found = product.variants.filter((one) => fits(one, { ...chosen, [name]: value }));
  if (found.length === 0) return 'other';
  return found.some((one) => one.available > 0) ? 'available' : 'soldOut';
}

/** The pictures of the chosen variant first-hand: those made for it, and those that show every variant. */
export function picturesOf(images: ProductImage[], variant: Variant | undefined): ProductImage[] {
  const shown = images.filter((image) =>
    Object.entries(image.options ?? {}).every(([name, value]) => variant?.options[name] === value),
  );
  return shown.length > 0 ? shown : images;
}

/** A picture for one value of an option, when the shop has one (a colour, usually). */
export function swatchOf(images: ProductImage[], name: string, value: string): ProductImage | undefined {
  return images.find((image) => image.options?.[name] === value);
}
