import type { ListingItem, Suggestions } from '@tradepost/api';
import { formatMoney } from '@tradepost/domain';
import { History, LayoutGrid, Search } from 'lucide-react';
import { paths } from '../app/paths.ts';
import { Picture } from '../components/Picture.tsx';

export interface Entry {
  key: string;
  group: 'Products' | 'Categories' | 'Searches' | 'Your last searches';
  label: string;
  to: string;
  /** Remembered as a search when it is chosen. */
  searched?: string;
  product?: ListingItem;
}

/** Suggestions in the order they are shown, which is the order the arrow keys walk. */
export function entriesOf(found: Suggestions | undefined, past: string[]): Entry[] {
  const asSearch =
    (group: Entry['group']) =>
    (q: string): Entry => ({ key: `${group}/${q}`, group, label: q, to: paths.search(q), searched: q });
  return [
    ...past.map(asSearch('Your last searches')),
    ...(found?.queries ?? []).map(asSearch('Searches')),
    ...(found?.categories ?? []).map((one): Entry => ({
      key: `c/${one.id}`,
      group: 'Categories',
      label: one.name,
      to: paths.category(one.slug),
    })),
    ...(found?.products ?? []).map((one): Entry => ({
      key: `p/${one.id}`,
      group: 'Products',
      label: one.name,
      to: paths.product(one.slug),
      product: one,
    })),
  ];
}

interface SuggestionListProps {
  id: string;
  open: boolean;
  entries: Entry[];
  active: number;
  choose: (entry: Entry) => void;
}

export function SuggestionList({ id, open, entries, active, choose }: SuggestionListProps) {
  const groups = [...new Set(entries.map((entry) => entry.group))];
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label="Suggestions"
      hidden={!open}
      className={`absolute inset-x-0 top-full z-40 mt-2 max-h-[70dvh] overflow-y-auto rounded-card border border-line
        bg-raised p-2 shadow-3`}
    >
      {open &&
        groups.map((group, at) => (
          <div key={group} role="group" aria-labelledby={`${id}-group-${at}`}>
            <p id={`${id}-group-${at}`} className="px-3 pt-2 pb-1 text-xs font-semibold text-ink-3">
              {group}
            </p>
            {entries.map(
              (entry, index) =>
                entry.group === group && (
                  // The list never takes the focus; a press must not take it from the field either.
                  <div
                    key={entry.key}
                    id={`${id}-${index}`}
                    role="option"
                    aria-selected={index === active}
                    onPointerDown={(event) => event.preventDefault()}
                    onClick={() => choose(entry)}
                    className={`flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-3 py-1.5 hover:bg-sunken
                      aria-selected:bg-sunken aria-selected:outline-2 aria-selected:-outline-offset-2
                      aria-selected:outline-accent`}
                  >
                    <EntryBody entry={entry} />
                  </div>
                ),
            )}
          </div>
        ))}
    </div>
  );
}

function EntryBody({ entry }: { entry: Entry }) {
  const { product } = entry;
  if (product) {
    return (
      <>
        <span className="w-11 shrink-0 overflow-hidden rounded-chip">
          <Picture url={product.imageUrl} alt="" sizes="44px" />
        </span>
        <span className="min-w-0 grow">
          <span className="block truncate text-[0.9375rem]">{product.name}</span>
          <span className="block truncate text-[0.8125rem] text-ink-2">{product.brand}</span>
        </span>
        <span className="tabular text-sm font-medium">{formatMoney(product.price)}</span>
      </>
    );
  }
  const Icon = entry.group === 'Categories' ? LayoutGrid : entry.group === 'Searches' ? Search : History;
  return (
    <>
      <Icon size={17} className="shrink-0 text-ink-3" aria-hidden />
      <span className="truncate text-[0.9375rem]">{entry.label}</span>
    </>
  );
}
