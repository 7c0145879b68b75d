import type { Facets, FacetValue } from '@tradepost/api';
import { useEffect, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { change, toggle } from './filters.ts';
import type { Step } from './heading.ts';
import { PriceRange } from './PriceRange.tsx';
import type { useFilters } from './useFilters.ts';

type View = ReturnType<typeof useFilters>;

export function FacetPanel({ facets, view, trail }: { facets: Facets | undefined; view: View; trail: Step[] }) {
  const { filters, apply } = view;
  if (!facets)
    return (
      <div aria-hidden className="space-y-3">
        {Array.from({ length: 8 }, (_, i) => (
          <div key={i} className="skeleton h-5" />
        ))}
      </div>
    );
  const stock = facets.availability;
  return (
    <div className="space-y-8">
      <Categories facets={facets} view={view} trail={trail} />
      {stock && (stock.outOfStock > 0 || filters.inStock) && (
        <Group title="Availability">
          <Check
            label="In stock"
            count={stock.inStock}
            checked={filters.inStock}
            onChange={(inStock) => apply(change(filters, { inStock }))}
          />
        </Group>
      )}
      {facets.price && (
        <Group title="Price">
          <PriceRange
            key={`${filters.minPrice}/${filters.maxPrice}`}
            range={facets.price}
            min={filters.minPrice}
            max={filters.maxPrice}
            onChange={(minPrice, maxPrice) => apply(change(filters, { minPrice, maxPrice }))}
          />
        </Group>
      )}
      <Brands
        values={facets.brands}
        chosen={filters.brands}
        onToggle={(brand) => apply(change(filters, { brands: toggle(filters.brands, brand) }))}
      />
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-sm font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}

/** Categories are places to go to, not boxes to tick: links, so that they open in a tab as well. */
function Categories({ facets, view: { filters, hrefOf }, trail }: { facets: Facets; view: View; trail: Step[] }) {
  const parent = trail.at(-2);
  const here = trail.at(-1);
  const values = facets.categories.filter((one) => one.value !== here?.slug);
  const below = here ? here.children.flatMap((child) => values.filter((one) => one.value === child.slug)) : values;
  if (below.length === 0 && !here) return null;
  const row = `flex min-h-11 items-center justify-between gap-3 text-[0.9375rem] text-ink-2 hover:text-ink hover:underline
      underline-offset-4 lg:min-h-9`;
  return (
    <nav aria-label="Categories">
      <h2 className="mb-1 text-sm font-semibold tracking-normal">Category</h2>
      <ul>
        {here && (
          <li>
            <Link to={hrefOf(change(filters, { category: parent?.slug ?? '' }))} className={row}>
              {parent ? `All ${parent.name.toLowerCase()}` : 'All categories'}
            </Link>
          </li>
        )}
        {here && (
          <li aria-current="page" className="flex min-h-11 items-center text-[0.9375rem] font-medium lg:min-h-9">
            {here.name}
          </li>
        )}
        {below.slice(0, 14).map((one) => (
          <li key={one.value} className={here ? 'pl-4' : ''}>
            <Link to={hrefOf(change(filters, { category: one.value }))} className={row}>
              <span>{one.label}</span>
              <Count of={one.count} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Brands({ values, chosen, onToggle }: { values: FacetValue[]; chosen: string[]; onToggle: (brand: string) => void }) {
  const [all, setAll] = useState(false);
  if (values.length === 0) return null;
  // A brand that is on stays in sight even when nothing of it is left.
  const missing = chosen
    .filter((brand) => !values.some((one) => one.value === brand))
    .map((value) => ({ value, label: value, count: 0 }));
  const shown = all ? values : values.filter((one, index) => index < 8 || chosen.includes(one.value));
  return (
    <Group title="Brand">
      {[...missing, ...shown].map((one) => (
        <Check
          key={one.value}
          label={one.label}
          count={one.count}
          checked={chosen.includes(one.value)}
          onChange={() => onToggle(one.value)}
        />
      ))}
      {shown.length < values.length && (
        <button
          type="button"
          onClick={() => setAll(true)}
          className="min-h-11 text-sm text-accent underline-offset-4 hover:underline"
        >
          Show all {values.length}
        </button>
      )}
    </Group>
  );
}

function Check({
  label,
  count,
  checked,
  onChange,
}: {
  label: string;
  count: number;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  // The box answers at once; the address, which decides, follows a moment later.
  const [on, setOn] = useState(checked);
  useEffect(() => setOn(checked), [checked]);
  return (
    <label className="flex min-h-11 items-center gap-3 text-[0.9375rem] lg:min-h-9">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => {
          setOn(event.target.checked);
          onChange(event.target.checked);
        }}
        className="size-[1.125rem] shrink-0 accent-accent"
      />
      <span className="min-w-0 grow break-words">{label}</span>
      <Count of={count} />
    </label>
  );
}

function Count({ of }: { of: number }) {
  return <span className="tabular text-sm text-ink-3">{of.toLocaleString('en-US')}</span>;
}
