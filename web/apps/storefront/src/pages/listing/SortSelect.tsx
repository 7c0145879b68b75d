import { useId } from 'react';
import { change } from './filters.ts';
import type { useFilters } from './useFilters.ts';

export function SortSelect({ view: { filters, apply } }: { view: ReturnType<typeof useFilters> }) {
  const id = useId();
  const options: [string, string][] = [
    ['', filters.q ? 'Best match' : 'Recommended'],
    ['popularity', 'Most popular'],
    ['newest', 'Newest'],
    ['price', 'Price, low to high'],
    ['-price', 'Price, high to low'],
    ['rating', 'Best rated'],
  ];
  return (
    <div className="grow sm:grow-0">
      <label htmlFor={id} className="sr-only">
        Sort by
      </label>
      <select
        id={id}
        value={filters.sort}
        onChange={(event) => apply(change(filters, { sort: event.target.value }))}
        className={`select-arrow min-h-11 w-full appearance-none rounded-full border border-line-strong bg-bg pr-10 pl-5
          text-[0.9375rem] font-medium hover:bg-sunken`}
      >
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
