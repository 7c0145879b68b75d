import type { ShippingMethod } from '@tradepost/api';
import { gramsOf } from './zoneDraft.ts';

export interface LimitsDraft {
  divisor: string;
  weight: string;
  side: string;
  girth: string;
  origin: string | null;
}

type Field = Exclude<keyof LimitsDraft, 'origin'>;
type Wire = 'volumetricDivisor' | 'maxWeightGrams' | 'maxSideMm' | 'maxGirthMm';

export const limitFields: { field: Field; wire: Wire; label: string; unit: string; note: string }[] = [
  { field: 'weight', wire: 'maxWeightGrams', label: 'Most weight', unit: 'kg', note: 'Of the whole order; empty: any.' },
  { field: 'divisor', wire: 'volumetricDivisor', label: 'Volumetric divisor', unit: 'cm³ per kg',
    note: 'Like 5000. Bulky things are charged by size; empty: by the scales.' },
  { field: 'side', wire: 'maxSideMm', label: 'Longest side', unit: 'cm', note: 'Of any piece; empty: any.' },
  { field: 'girth', wire: 'maxGirthMm', label: 'Length and girth', unit: 'cm',
    note: 'Longest side and twice each of the others; empty: any.' },
];

const text = (value: number | null | undefined, per: number) => (value == null ? '' : String(value / per));

export const limitsDraftOf = (method: ShippingMethod): LimitsDraft => ({
  divisor: text(method.volumetricDivisor, 1),
  weight: text(method.maxWeightGrams, 1000),
  side: text(method.maxSideMm, 10),
  girth: text(method.maxGirthMm, 10),
  origin: method.originLocationId ?? null,
});

/** "120.5" centimetres as whole millimetres. */
function millimetres(value: string): number | null {
  const match = /^(\d{1,5})(?:[.](\d))?$/.exec(value.trim());
  return match ? Number(match[1]) * 10 + Number(match[2] ?? '0') : null;
}

const whole = (value: string) => (/^\d{1,6}$/.test(value.trim()) ? Number(value) : null);
const read: Record<Field, (value: string) => number | null> = { divisor: whole, weight: gramsOf, side: millimetres, girth: millimetres };

export function checkLimits(draft: LimitsDraft): Partial<Record<Field, string>> {
  const found = limitFields.filter(({ field }) => draft[field].trim() !== '' && !(Number(read[field](draft[field])) > 0));
  const words = (label: string, unit: string) => `${label}: enter a number of ${unit} above 0, or leave it empty.`;
  return Object.fromEntries(found.map(({ field, label, unit }) => [field, words(label, unit)]));
}

export function limitsOf(draft: LimitsDraft): Pick<ShippingMethod, Wire | 'originLocationId'> {
  const values = Object.fromEntries(
    limitFields.map(({ field, wire }) => [wire, draft[field].trim() === '' ? null : read[field](draft[field])]),
  ) as Record<Wire, number | null>;
  return { ...values, originLocationId: draft.origin };
}
