import type { Country } from '@tradepost/api';
import { readStored, store } from '../lib/storage.ts';

/** Where the visitor wants things sent, as far as estimates depend on it. */
export interface Place {
  country: string;
  state: string;
  postalCode: string;
}

const key = 'tradepost.place';

/** The place remembered from last time; null when there is none, or something else lies there. */
export function rememberedPlace(): Place | null {
  const kept = readStored<Partial<Place> | null>(key, null);
  if (typeof kept?.country !== 'string' || !/^[A-Z]{2}$/.test(kept.country)) return null;
  return { country: kept.country, state: String(kept.state ?? ''), postalCode: String(kept.postalCode ?? '') };
}

export const rememberPlace = (place: Place): void => store(key, place);

/** The country to begin with: that of the reader's language, if the shop knows it. */
export function likelyCountry(countries: Country[], languages: readonly string[]): string {
  const regions = languages.map((language) => language.split('-')[1]?.toUpperCase());
  const found = regions.find((region) => countries.some(({ code }) => code === region));
  return found ?? (countries.some(({ code }) => code === 'US') ? 'US' : (countries[0]?.code ?? 'US'));
}

/** "94105, United States": how a place is named back to the one who chose it. */
export function placeName({ country, state, postalCode }: Place, countries: Country[]): string {
  const name = countries.find(({ code }) => code === country)?.name ?? country;
  return [postalCode || state, name].filter((part) => part !== '').join(', ');
}
