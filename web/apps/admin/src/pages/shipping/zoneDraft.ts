import type { Money, RateBasis, ShippingRate, ShippingZone } from '@tradepost/api';
import { parseMoney, toDecimal } from '@tradepost/domain';
import { amountProblem, daysProblem } from '../settings/rules.ts';

export interface RateDraft {
  upTo: string;
  price: string;
}

export interface ZoneDraft {
  name: string;
  everywhere: boolean;
  /** One a line, or separated by commas. */
  places: string;
  basis: RateBasis;
  basePrice: string;
  perKg: string;
  rates: RateDraft[];
  freeOver: string;
  neverFree: boolean;
  min: number | string;
  max: number | string;
}

const typed = (money: Money | null | undefined) => (money ? toDecimal(money) : '');
const kilograms = (grams: number) => String(grams / 1000);

export function zoneDraftOf(zone: ShippingZone | null): ZoneDraft {
  return {
    name: zone?.name ?? '',
    everywhere: zone !== null && zone.places === null,
    places: (zone?.places ?? []).join('\n'),
    basis: zone?.basis ?? 'flat',
    basePrice: typed(zone?.basePrice),
    perKg: typed(zone?.perKg),
    rates: (zone?.rates ?? []).map((rate) => ({ upTo: rate.maxGrams == null ? typed(rate.maxGoods) : kilograms(rate.maxGrams),
      price: typed(rate.price) })),
    freeOver: typed(zone?.freeOver),
    neverFree: zone?.neverFree ?? false,
    min: zone?.estimatedDays?.min ?? '',
    max: zone?.estimatedDays?.max ?? '',
  };
}

/** "0.25" kilograms as whole grams; null when it is none, or finer than a gram. */
export function gramsOf(text: string): number | null {
  const match = /^(\d{1,5})(?:[.](\d{1,3}))?$/.exec(text.trim());
  return match ? Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0')) : null;
}

export const placesOf = (text: string) =>
  text.split(/[\n,]/).map((place) => place.trim().toUpperCase()).filter((place) => place !== '');

const place = /^[A-Z]{2}(-[A-Z0-9]{1,10}|:.+)?$/;

function ratesProblem({ rates, basis }: ZoneDraft, currency: string): string | null {
  if (rates.length === 0) return 'Add at least one step.';
  const wanted = basis === 'weight' ? 'kilograms, like 0.5' : `an amount in ${currency}`;
  let before = -1;
  for (const [index, rate] of rates.entries()) {
    const open = rate.upTo.trim() === '';
    if (open && index < rates.length - 1) return `Step ${index + 1} needs an upper bound: only the last may be open.`;
    const bound = basis === 'weight' ? gramsOf(rate.upTo) : (parseMoney(rate.upTo, currency)?.minor ?? null);
    if (!open && bound === null) return `Step ${index + 1}: enter ${wanted}.`;
    if (!open && bound !== null && bound <= before) return `Step ${index + 1} must go beyond the one before.`;
    if (amountProblem(rate.price, currency, false)) return `Step ${index + 1}: enter a price in ${currency}.`;
    before = bound ?? before;
  }
  return null;
}

type Field = 'name' | 'places' | 'basePrice' | 'perKg' | 'rates' | 'freeOver' | 'days';

/** What is wrong, field by field. */
export function checkZone(draft: ZoneDraft, currency: string, taken: string[]): Partial<Record<Field, string>> {
  const name = draft.name.trim();
  const wrong = placesOf(draft.places).find((one) => !place.test(one));
  const table = draft.basis === 'weight' || draft.basis === 'price';
  const found: [Field, string | null][] = [
    ['name', name === '' ? 'Name the zone.' : taken.includes(name.toLowerCase()) ? 'Another zone has this name.' : null],
    ['places', !draft.everywhere && wrong ? `“${wrong}” is no place. Write US, US-CA, US:902*, US:10000-10999 or US:90210.` : null],
    ['basePrice', table ? null : amountProblem(draft.basePrice, currency, false)],
    ['perKg', draft.basis === 'formula' ? amountProblem(draft.perKg, currency, false) : null],
    ['rates', table ? ratesProblem(draft, currency) : null],
    ['freeOver', draft.neverFree ? null : amountProblem(draft.freeOver, currency, true)],
    ['days', draft.min === '' && draft.max === '' ? null : daysProblem(draft.min, draft.max)],
  ];
  return Object.fromEntries(found.filter((entry) => entry[1] !== null)) as Partial<Record<Field, string>>;
}

export function zoneOf(draft: ZoneDraft, currency: string): ShippingZone {
  const money = (text: string) => (text.trim() === '' ? null : parseMoney(text, currency));
  const price = (text: string) => money(text) ?? { minor: 0, currency };
  const table = draft.basis === 'weight' || draft.basis === 'price';
  const rate = ({ upTo, price: asked }: RateDraft): ShippingRate =>
    draft.basis === 'weight' ? { maxGrams: gramsOf(upTo), price: price(asked) } : { maxGoods: money(upTo), price: price(asked) };
  return {
    name: draft.name.trim(),
    places: draft.everywhere ? null : placesOf(draft.places),
    basis: draft.basis,
    basePrice: table ? null : price(draft.basePrice),
    perKg: draft.basis === 'formula' ? price(draft.perKg) : null,
    rates: table ? draft.rates.map(rate) : [],
    freeOver: draft.neverFree ? null : money(draft.freeOver),
    neverFree: draft.neverFree,
    estimatedDays: draft.min === '' ? null : { min: Number(draft.min), max: Number(draft.max) },
  };
}
