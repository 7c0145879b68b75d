import type { AdminCategory } from '@tradepost/api';

export interface Placed {
  category: AdminCategory;
  depth: number;
  /** The names from the root down: Audio / Headphones. */
  path: string;
  children: number;
}

/** The tree in reading order. A category whose parent is gone stands at the root rather than nowhere. */
export function flatten(categories: AdminCategory[]): Placed[] {
  const known = new Set(categories.map((category) => category.id));
  const parentOf = (category: AdminCategory) => (category.parentId && known.has(category.parentId) ? category.parentId : '');
  const ordered = (parent: string) =>
    categories.filter((category) => parentOf(category) === parent).sort((a, b) => a.position - b.position || a.name.localeCompare(b.name));

  const walk = (parent: string, depth: number, above: string): Placed[] =>
    ordered(parent).flatMap((category) => {
      const path = above === '' ? category.name : `${above} / ${category.name}`;
      return [{ category, depth, path, children: ordered(category.id).length }, ...walk(category.id, depth + 1, path)];
    });
  return walk('', 0, '');
}

/** The category and everything below it: none of these can become its parent. */
export function withDescendants(categories: AdminCategory[], id: string): Set<string> {
  const found = new Set([id]);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const category of categories) {
      if (category.parentId && found.has(category.parentId)) found.add(category.id);
    }
  }
  return found;
}
