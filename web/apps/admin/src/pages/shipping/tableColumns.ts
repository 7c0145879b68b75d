import type { TableQuery } from '@tradepost/api';
import type { TableKind } from '../../data/shipping.ts';

export interface TableDraft {
  zoneColumn: string | null;
  weightColumn: string | null;
  weightUnit: string;
  priceColumn: string | null;
  fromColumn: string | null;
  toColumn: string | null;
  countryColumn: string | null;
  country: string | null;
  filterColumn: string | null;
  filterValue: string;
}

/** The names in a file's first line. The shop reads the file itself; this only offers the names to choose from. */
export function headerOf(text: string): string[] {
  const line = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '';
  const separator = line.includes('\t') ? '\t' : line.includes(';') ? ';' : ',';
  const names = line.split(separator).map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  return [...new Set(names.filter((name) => name !== ''))];
}

/** What a column is likely to be, by its name. */
export function guess(header: string[], unitOf: (name: string | null) => string): TableDraft {
  const find = (...words: RegExp[]) => words.map((word) => header.find((name) => word.test(name))).find((name) => name) ?? null;
  const weightColumn = find(/weight/i, /\b(kg|lb|grams)\b/i);
  return {
    zoneColumn: find(/^zone$/i, /zone/i),
    weightColumn,
    weightUnit: unitOf(weightColumn),
    priceColumn: find(/price/i, /rate/i, /cost/i),
    fromColumn: find(/^(dest_)?from$/i, /from/i, /postal|zip/i),
    toColumn: find(/^(dest_)?to$/i, /(^|_)to($|_)/i),
    countryColumn: find(/country/i),
    country: null,
    filterColumn: null,
    filterValue: '',
  };
}

/** "max_weight_lb" is in pounds. */
export const unitOf = (name: string | null): string =>
  /(^|[^a-z])lbs?($|[^a-z])|pound/i.test(name ?? '') ? 'lb' : /(^|[^a-z])oz($|[^a-z])/i.test(name ?? '') ? 'oz'
    : /(^|[^a-z])g($|[^a-z])|gram/i.test(name ?? '') ? 'g' : 'kg';

/** Why the file can't be sent yet; null when it can. */
export function missing(kind: TableKind, draft: TableDraft): string | null {
  if (!draft.zoneColumn) return 'Say which column names the zone.';
  if (kind === 'rates' && !draft.weightColumn) return 'Say which column holds the weight.';
  if (kind === 'rates' && !draft.priceColumn) return 'Say which column holds the price.';
  if (kind === 'zones' && !draft.countryColumn && !draft.country) return 'Say which country the postal codes are of.';
  if (draft.filterColumn && draft.filterValue.trim() === '') return 'Say which rows to take, or choose all.';
  return null;
}

export function queryOf(kind: TableKind, draft: TableDraft): TableQuery {
  const some = (entries: Record<string, string | null>) =>
    Object.fromEntries(Object.entries(entries).filter((entry) => entry[1] !== null && entry[1] !== '')) as TableQuery;
  const rows = { filterColumn: draft.filterColumn, filterValue: draft.filterColumn ? draft.filterValue.trim() : null };
  return kind === 'rates'
    ? some({
        zoneColumn: draft.zoneColumn, weightColumn: draft.weightColumn, weightUnit: draft.weightUnit, priceColumn: draft.priceColumn,
        ...rows,
      })
    : some({
        zoneColumn: draft.zoneColumn, fromColumn: draft.fromColumn, toColumn: draft.toColumn, countryColumn: draft.countryColumn,
        country: draft.countryColumn ? null : draft.country, ...rows,
      });
}
