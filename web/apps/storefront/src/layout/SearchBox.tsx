import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { paths } from '../app/paths.ts';
import { suggestionsQuery } from '../app/queries.ts';
import { recentSearches, rememberSearch } from '../lib/recent.ts';
import { entriesOf, SuggestionList } from './SuggestionList.tsx';

/** Search that suggests while typing: a combobox after the ARIA pattern, moved through with the arrow keys. */
export function SearchBox() {
  const [params] = useSearchParams();
  const { pathname, key } = useLocation();
  const navigate = useNavigate();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const shown = pathname === '/search' ? (params.get('q') ?? '') : '';
  const [text, setText] = useState(shown);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const asked = useDebounced(text.trim(), 160);
  const { data } = useQuery(suggestionsQuery(asked));
  const entries = entriesOf(text.trim().length > 1 ? data : undefined, text.trim() === '' ? recentSearches() : []);
  const expanded = open && entries.length > 0;

  useEffect(() => {
    setText(shown);
    setOpen(false);
  }, [shown, key]);

  const go = (to: string, searched?: string) => {
    if (searched) rememberSearch(searched);
    setOpen(false);
    setActive(-1);
    input.current?.blur();
    void navigate(to);
  };
  const submit = () => {
    const entry = entries[active];
    if (expanded && entry) go(entry.to, entry.searched);
    else if (text.trim()) go(paths.search(text.trim()), text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place more than there are entries: -1 is the field itself, where the typed text stands.
      setActive((now) => ((now + 1 + step + entries.length + 1) % (entries.length + 1)) - 1);
    } else if (event.key === 'Escape' && expanded) {
      event.preventDefault();
      setOpen(false);
      setActive(-1);
    }
  };
  return (
    <div
      ref={box}
      className="relative md:mx-auto md:max-w-xl"
      onBlur={(event) => {
        if (!box.current?.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <label htmlFor={`${id}-input`} className="sr-only">
          Search products
        </label>
        <Search size={18} aria-hidden className="pointer-events-none absolute top-1/2 left-4 -translate-y-1/2 text-ink-3" />
        <input
          ref={input}
          id={`${id}-input`}
          type="search"
          role="combobox"
          aria-expanded={expanded}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={expanded && active >= 0 ? `${id}-${active}` : undefined}
          autoComplete="off"
          enterKeyHint="search"
          maxLength={200}
          placeholder="Search products"
          value={text}
          onFocus={() => setOpen(true)}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setText(event.target.value);
            setOpen(true);
            setActive(-1);
          }}
          className={`h-11 w-full rounded-full border border-transparent bg-sunken pr-4 pl-11 text-base hover:border-line
            focus:border-accent focus:bg-surface focus:outline-none [&::-webkit-search-cancel-button]:hidden`}
        />
      </form>
      <SuggestionList
        id={id}
        open={expanded}
        entries={entries}
        active={active}
        choose={(entry) => go(entry.to, entry.searched)}
      />
    </div>
  );
}

function useDebounced(value: string, wait: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
}
