import type { Facets } from '@tradepost/api';
import { X } from 'lucide-react';
import { Link } from 'react-router';
import { change, chips } from './filters.ts';
import { currencySymbol } from './PriceRange.tsx';
import type { useFilters } from './useFilters.ts';

type View = ReturnType<typeof useFilters>;

export function Chips({ facets, view: { filters, hrefOf } }: { facets: Facets | undefined; view: View }) {
  const list = chips(filters, facets, currencySymbol(facets?.price?.min.currency));
  if (list.length === 0) return null;
  const none = change(filters, { brands: [], tags: [], minPrice: '', maxPrice: '', inStock: false });
  return (
    <ul aria-label="Active filters" className="mt-5 flex flex-wrap items-center gap-2">
      {list.map((chip) => (
        <li key={chip.label}>
          <Link
            to={hrefOf(chip.without)}
            preventScrollReset
            aria-label={`Remove filter ${chip.label}`}
            className={`tabular inline-flex min-h-11 items-center gap-2 rounded-full bg-accent-soft pr-3 pl-4 text-sm
              font-medium text-ink hover:bg-line md:min-h-9`}
          >
            {chip.label}
            <X size={15} aria-hidden />
          </Link>
        </li>
      ))}
      {list.length > 1 && (
        <li>
          <Link
            to={hrefOf(none)}
            preventScrollReset
            className="inline-flex min-h-11 items-center px-2 text-sm text-ink-2 underline underline-offset-4 hover:text-ink md:min-h-9"
          >
            Clear all
          </Link>
        </li>
      )}
    </ul>
  );
}
