import type { QueryClient } from '@tanstack/react-query';

interface PageData {
  queries: { key: unknown[]; data: unknown }[];
}

function isPageData(value: unknown): value is PageData {
  return typeof value === 'object' && value !== null && Array.isArray((value as PageData).queries);
}

/** Puts the data that the host wrote into the page where the pages look for it, so the first view asks for nothing twice. */
export function primeFromPage(client: QueryClient, page: Document): void {
  const text = page.getElementById('page-data')?.textContent;
  if (!text) return;
  try {
    const value: unknown = JSON.parse(text);
    if (!isPageData(value)) return;
    for (const { key, data } of value.queries) client.setQueryData(key, data);
  } catch {
    // A page without its data is a slower page, not a broken one: the queries ask for it.
  }
}
