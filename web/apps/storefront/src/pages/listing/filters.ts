import type { Facets, FacetValue } from '@tradepost/api';

/** What a listing shows, as its address says it. The address is the only place where this is kept. */
export interface Filters {
  q: string;
  category: string;
  brands: string[];
  tags: string[];
  minPrice: string;
  maxPrice: string;
  inStock: boolean;
  sort: string;
  page: number;
}

export const noFilters: Filters = {
  q: '',
  category: '',
  brands: [],
  tags: [],
  minPrice: '',
  maxPrice: '',
  inStock: false,
  sort: '',
  page: 1,
};

export const sorts = ['popularity', 'price', '-price', 'rating', 'newest'] as const;
const amount = /^\d{1,9}(\.\d{1,4})?$/;

/** Reads an address. What makes no sense there is left out rather than sent on to be refused. */
export function readFilters(search: URLSearchParams, category = ''): Filters {
  const listOf = (name: string) => [
    ...new Set(
      search
        .getAll(name)
        .flatMap((value) => value.split(','))
        .map((v) => v.trim())
        .filter(Boolean),
    ),
  ];
  const amountOf = (name: string) => (amount.test(search.get(name) ?? '') ? (search.get(name) ?? '') : '');
  const page = Number(search.get('page'));
  const sort = search.get('sort') ?? '';
  return {
    q: (search.get('q') ?? '').trim(),
    category: category || (search.get('category') ?? ''),
    brands: listOf('brand'),
    tags: listOf('tag'),
    minPrice: amountOf('minPrice'),
    maxPrice: amountOf('maxPrice'),
    inStock: search.get('inStock') === 'true',
    sort: (sorts as readonly string[]).includes(sort) ? sort : '',
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  };
}

/** The canonical query string: one order, no defaults. `fixed` is a category that stands in the path already. */
export function writeFilters(filters: Filters, fixed = ''): string {
  const query = new URLSearchParams();
  if (filters.q) query.set('q', filters.q);
  if (filters.category && filters.category !== fixed) query.set('category', filters.category);
  filters.brands.forEach((brand) => query.append('brand', brand));
  filters.tags.forEach((tag) => query.append('tag', tag));
  if (filters.minPrice) query.set('minPrice', filters.minPrice);
  if (filters.maxPrice) query.set('maxPrice', filters.maxPrice);
  if (filters.inStock) query.set('inStock', 'true');
  if (filters.sort) query.set('sort', filters.sort);
  if (filters.page > 1) query.set('page', String(filters.page));
  return query.toString();
}

/** A change of what is shown starts at the first page again; only turning pages keeps the rest. */
export function change(filters: Filters, patch: Partial<Filters>): Filters {
  return { ...filters, page: 1, ...patch };
}

export function toggle(values: string[], value: string): string[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}

export interface Chip {
  label: string;
  without: Filters;
}

/** The filters that are on, each with the listing as it would be without it. */
export function chips(filters: Filters, facets: Facets | undefined, symbol: string): Chip[] {
  const labelOf = (values: FacetValue[] | undefined, value: string) => values?.find((one) => one.value === value)?.label ?? value;
  const result: Chip[] = [
    ...filters.brands.map((brand) => ({
      label: labelOf(facets?.brands, brand),
      without: change(filters, { brands: toggle(filters.brands, brand) }),
    })),
    ...filters.tags.map((tag) => ({ label: tagName(tag), without: change(filters, { tags: toggle(filters.tags, tag) }) })),
  ];
  const { minPrice, maxPrice } = filters;
  if (minPrice || maxPrice) {
    const label =
      minPrice && maxPrice
        ? `${symbol}${minPrice} – ${symbol}${maxPrice}`
        : minPrice
          ? `From ${symbol}${minPrice}`
          : `Up to ${symbol}${maxPrice}`;
    result.push({ label, without: change(filters, { minPrice: '', maxPrice: '' }) });
  }
  if (filters.inStock) result.push({ label: 'In stock', without: change(filters, { inStock: false }) });
  return result;
}

const tagNames: Record<string, string> = { sale: 'On sale', new: 'New', featured: 'Featured', bestseller: 'Best sellers' };

export function tagName(tag: string): string {
  return tagNames[tag] ?? tag.charAt(0).toUpperCase() + tag.slice(1);
}

export function pageCount(total: number, pageSize: number): number {
  return Math.max(1, Math.ceil(total / Math.max(1, pageSize)));
}

/** The page numbers to offer: ends, neighbours, and a gap (null) where some are left out. */
export function pagesToShow(page: number, count: number): (number | null)[] {
  const wanted = [...new Set([1, page - 1, page, page + 1, count])]
    .filter((one) => one >= 1 && one <= count)
    .sort((a, b) => a - b);
  return wanted.flatMap((one, index) => {
    const before = wanted[index - 1];
    if (before === undefined || one - before === 1) return [one];
    return one - before === 2 ? [one - 1, one] : [null, one];
  });
}
