import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Link } from 'react-router';
import { change, pageCount, pagesToShow } from './filters.ts';
import type { useFilters } from './useFilters.ts';

interface PagerProps {
  page: number;
  pageSize: number;
  total: number;
  view: Pick<ReturnType<typeof useFilters>, 'filters' | 'hrefOf'>;
}

export function Pager({ page, pageSize, total, view: { filters, hrefOf } }: PagerProps) {
  const count = pageCount(total, pageSize);
  if (count <= 1) return null;
  const box = 'grid size-11 place-items-center rounded-full';
  const to = (target: number) => hrefOf(change(filters, { page: target }));
  return (
    <nav aria-label="Pages" className="mt-14 flex items-center justify-center gap-1">
      {page > 1 && (
        <Link to={to(page - 1)} rel="prev" aria-label="Previous page" className={`${box} hover:bg-sunken`}>
          <ChevronLeft size={20} aria-hidden />
        </Link>
      )}
      <ul className="tabular flex items-center gap-0.5 sm:gap-1">
        {pagesToShow(page, count).map((one, index) => (
          <li key={one ?? `gap-${index}`}>
            {one === null ? (
              <span aria-hidden className="grid h-11 w-6 place-items-center text-ink-3">
                …
              </span>
            ) : (
              <Link
                to={to(one)}
                aria-label={`Page ${one}`}
                aria-current={one === page ? 'page' : undefined}
                className={`${box} ${one === page ? 'bg-ink font-semibold text-bg' : 'hover:bg-sunken'}`}
              >
                {one}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {page < count && (
        <Link to={to(page + 1)} rel="next" aria-label="Next page" className={`${box} hover:bg-sunken`}>
          <ChevronRight size={20} aria-hidden />
        </Link>
      )}
    </nav>
  );
}
