import type { Product } from '@tradepost/api';
import { readStored, store } from './storage.ts';

export interface RecentProduct {
  slug: string;
  name: string;
  brand: string | null;
  imageUrl: string | null;
}

const viewedKey = 'tradepost.viewed';
const searchesKey = 'tradepost.searches';

export function recentlyViewed(except?: string): RecentProduct[] {
  return readStored<RecentProduct[]>(viewedKey, []).filter((product) => product.slug !== except);
}

/** Remembers a visit. No price is kept: an old price would be a promise the shop did not make. */
export function rememberViewed(product: Product): void {
  const entry: RecentProduct = {
    slug: product.slug,
    name: product.name,
    brand: product.brand ?? null,
    imageUrl: product.images[0]?.url ?? null,
  };
  store(viewedKey, [entry, ...recentlyViewed(product.slug)].slice(0, 12));
}

export function recentSearches(): string[] {
  return readStored<string[]>(searchesKey, []);
}

export function rememberSearch(q: string): void {
  const text = q.trim();
  if (text) store(searchesKey, [text, ...recentSearches().filter((one) => one.toLowerCase() !== text.toLowerCase())].slice(0, 5));
}

export function forgetSearches(): void {
  store(searchesKey, null);
}
