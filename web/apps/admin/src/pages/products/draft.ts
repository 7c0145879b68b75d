import type { AdminProduct, AdminVariant } from '@tradepost/api';
import { toDecimal } from '@tradepost/domain';

/** A product as it stands in the form: what was typed, not yet what it means. */
export interface Draft {
  name: string;
  description: string;
  brand: string;
  categoryId: string | null;
  tags: string[];
  status: 'active' | 'draft';
  taxClass: string;
  price: string;
  compareAtPrice: string;
  /** What one unit cost the shop; staff alone see it. */
  cost: string;
  sku: string;
  stock: string;
  weightGrams: string;
  width: string;
  height: string;
  depth: string;
  attributes: AttributeDraft[];
  options: OptionDraft[];
  variants: VariantDraft[];
}

export interface AttributeDraft {
  rowKey: string;
  name: string;
  value: string;
}

export interface OptionDraft {
  rowKey: string;
  name: string;
  values: string[];
}

export interface VariantDraft {
  rowKey: string;
  id?: string;
  options: Record<string, string>;
  sku: string;
  price: string;
  compareAtPrice: string;
  cost: string;
  weightGrams: string;
  stock: string;
  onHand?: number;
  /** What this form does not edit but must hand back, because the list of variants is written whole. */
  kept?: Pick<AdminVariant, 'gtin' | 'dimensionsMm'>;
}

let counter = 0;
/** Names a row of the form while it is open. */
export const freshKey = () => `k${counter++}`;

const text = (value: string | null | undefined) => value ?? '';
const number = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
const amount = (value: { minor: number; currency: string } | null | undefined) => (value ? toDecimal(value) : '');

function variantDraft(variant: AdminVariant): VariantDraft {
  return {
    rowKey: variant.id,
    id: variant.id,
    options: variant.options,
    sku: variant.sku,
    price: amount(variant.price),
    compareAtPrice: amount(variant.compareAtPrice),
    cost: amount(variant.cost),
    weightGrams: number(variant.weightGrams),
    stock: '',
    onHand: variant.onHand,
    kept: { gtin: variant.gtin ?? null, dimensionsMm: variant.dimensionsMm ?? null },
  };
}

export function emptyDraft(): Draft {
  return {
    name: '',
    description: '',
    brand: '',
    categoryId: null,
    tags: [],
    status: 'draft',
    taxClass: 'standard',
    price: '',
    compareAtPrice: '',
    cost: '',
    sku: '',
    stock: '',
    weightGrams: '',
    width: '',
    height: '',
    depth: '',
    attributes: [],
    options: [],
    variants: [],
  };
}

export function draftOf(product: AdminProduct): Draft {
  const dimensions = product.dimensionsMm;
  return {
    name: product.name,
    description: text(product.description),
    brand: text(product.brand),
    categoryId: product.categoryId ?? null,
    tags: product.tags,
    status: product.status === 'active' ? 'active' : 'draft',
    taxClass: product.taxClass ?? 'standard',
    price: amount(product.price),
    compareAtPrice: amount(product.compareAtPrice),
    cost: amount(product.cost),
    sku: text(product.sku),
    stock: '',
    weightGrams: number(product.weightGrams),
    width: number(dimensions?.width),
    height: number(dimensions?.height),
    depth: number(dimensions?.depth),
    attributes: product.attributes.map((attribute) => ({ ...attribute, rowKey: freshKey() })),
    options: product.options.map((option) => ({ ...option, rowKey: freshKey() })),
    variants: product.options.length > 0 ? product.variants.map(variantDraft) : [],
  };
}

/** Two drafts that mean the same: the keys of rows and the order of typing do not count. */
export function sameDraft(a: Draft, b: Draft): boolean {
  const bare = (draft: Draft) => JSON.stringify(draft, (name, value: unknown) => (name === 'rowKey' ? undefined : value));
  return bare(a) === bare(b);
}
