import type { Money, ShippingMethod } from '@tradepost/api';
import { parseMoney, toDecimal } from '@tradepost/domain';
import { amountProblem, daysProblem } from './rules.ts';

export interface MethodDraft {
  code: string;
  name: string;
  basePrice: string;
  perKg: string;
  freeOver: string;
  min: number | string;
  max: number | string;
  countries: string[];
  active: boolean;
}

const typed = (money: Money | null | undefined) => (money ? toDecimal(money) : '');

export function methodDraftOf(method: ShippingMethod | null): MethodDraft {
  return {
    code: method?.code ?? '',
    name: method?.name ?? '',
    basePrice: typed(method?.basePrice),
    perKg: typed(method?.perKg),
    freeOver: typed(method?.freeOver),
    min: method?.estimatedDays.min ?? '',
    max: method?.estimatedDays.max ?? '',
    countries: method?.countries ?? [],
    active: method?.active ?? true,
  };
}

type Field = 'code' | 'name' | 'basePrice' | 'perKg' | 'freeOver' | 'days';

/** What is wrong, field by field. */
export function checkMethod(draft: MethodDraft, currency: string): Partial<Record<Field, string>> {
  const found: [Field, string | null][] = [
    ['name', draft.name.trim() === '' ? 'Name the method.' : null],
    ['code', /^[a-z0-9][a-z0-9-]{0,39}$/.test(draft.code) ? null : 'Lower-case letters, digits and dashes, like express-eu.'],
    ['basePrice', amountProblem(draft.basePrice, currency, false)],
    ['perKg', amountProblem(draft.perKg, currency, true)],
    ['freeOver', amountProblem(draft.freeOver, currency, true)],
    ['days', daysProblem(draft.min, draft.max)],
  ];
  return Object.fromEntries(found.filter((entry) => entry[1] !== null)) as Partial<Record<Field, string>>;
}

/** What the fields hold; zones, limits and origin are kept elsewhere. */
export function methodOf(draft: MethodDraft, currency: string): Omit<ShippingMethod, 'id'> {
  const money = (text: string) => (text.trim() === '' ? null : parseMoney(text, currency));
  return {
    code: draft.code,
    name: draft.name.trim(),
    basePrice: money(draft.basePrice) ?? { minor: 0, currency },
    perKg: money(draft.perKg) ?? { minor: 0, currency },
    freeOver: money(draft.freeOver),
    estimatedDays: { min: Number(draft.min), max: Number(draft.max) },
    countries: draft.countries.length > 0 ? draft.countries : null,
    active: draft.active,
  };
}
