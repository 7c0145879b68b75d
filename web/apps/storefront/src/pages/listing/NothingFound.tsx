import type { Category } from '@tradepost/api';
import { PackageSearch } from 'lucide-react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Empty } from '../../components/States.tsx';
import { change } from './filters.ts';
import type { useFilters } from './useFilters.ts';

/** Nothing here: say why it may be so, and offer what would find something. */
export function NothingFound({
  view: { filters, hrefOf },
  total,
  categories,
}: {
  view: ReturnType<typeof useFilters>;
  total: number;
  categories: Category[] | undefined;
}) {
  const filtered =
    filters.brands.length + filters.tags.length > 0 || filters.minPrice !== '' || filters.maxPrice !== '' || filters.inStock;
  const relaxed = change(filters, { brands: [], tags: [], minPrice: '', maxPrice: '', inStock: false });
  if (total > 0) {
    return (
      <Empty
        icon={PackageSearch}
        title="There is no such page"
        action={<ButtonLink to={hrefOf(change(filters, {}))}>Go to the first page</ButtonLink>}
      >
        <p>The list is shorter than that.</p>
      </Empty>
    );
  }
  return (
    <>
      <Empty
        icon={PackageSearch}
        title="Nothing found"
        action={
          <>
            {filtered && <ButtonLink to={hrefOf(relaxed)}>Remove the filters</ButtonLink>}
            {filters.q && filters.category && (
              <ButtonLink to={paths.search(filters.q)} look="secondary">
                Search the whole shop
              </ButtonLink>
            )}
            {!filtered && (
              <ButtonLink to={paths.search()} look="secondary">
                See all products
              </ButtonLink>
            )}
          </>
        }
      >
        <p>{reason(filters.q, filtered)}</p>
      </Empty>
      {categories && categories.length > 0 && (
        <ul className="-mt-8 flex flex-wrap justify-center gap-2">
          {categories.slice(0, 6).map((category) => (
            <li key={category.id}>
              <Link
                to={paths.category(category.slug)}
                className="inline-flex min-h-11 items-center rounded-full border border-line px-4 text-sm text-ink hover:bg-sunken"
              >
                {category.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function reason(q: string, filtered: boolean): string {
  if (q && filtered) return `Nothing matches “${q}” together with your filters.`;
  if (q) return `Nothing matches “${q}”. Check the spelling, or use fewer and more general words.`;
  return filtered ? 'Nothing matches all of your filters at once.' : 'There is nothing here yet.';
}
