import type { Category } from '@tradepost/api';
import { paths } from '../../app/paths.ts';
import { tagName, type Filters } from './filters.ts';

export interface Step {
  slug: string;
  name: string;
  to: string;
  description: string | null;
  children: Category[];
}

/** The way from the top of the tree to a category, itself included; empty when it is not in the tree. */
export function trailTo(categories: Category[] | undefined, slug: string): Step[] {
  for (const category of categories ?? []) {
    const step: Step = {
      slug: category.slug,
      name: category.name,
      to: paths.category(category.slug),
      description: category.description ?? null,
      children: category.children,
    };
    if (category.slug === slug || category.id === slug) return [step];
    const below = trailTo(category.children, slug);
    if (below.length > 0) return [step, ...below];
  }
  return [];
}

/** What this listing is, in a few words. */
export function headingOf(filters: Filters, trail: Step[], inCategory: boolean): string {
  if (filters.q) return `Results for “${filters.q}”`;
  if (inCategory || filters.category) return trail.at(-1)?.name ?? 'Products';
  if (filters.tags.length === 1) return tagName(filters.tags[0] ?? '');
  if (filters.brands.length === 1) return filters.brands[0] ?? '';
  return filters.sort === 'newest' ? 'New' : 'All products';
}
