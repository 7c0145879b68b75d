import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import classes from './ListView.module.css';

interface View {
  label: string;
  to: string;
  current: boolean;
}

/** Saved views over a list: links, because each is an address of its own. */
export function Views({ label, views }: { label: string; views: View[] }) {
  return (
    <nav className={classes.tabs} aria-label={label}>
      {views.map((view) => (
        <Link key={view.label} to={view.to} className={classes.tab} aria-current={view.current ? 'page' : undefined}>
          {view.label}
        </Link>
      ))}
    </nav>
  );
}

interface SearchProps {
  label: string;
  placeholder: string;
  value: string | undefined;
  onSearch(text: string): void;
}

/** Searches while typing, after a short rest. The slash key brings the focus here. */
export function SearchField({ label, placeholder, value, onSearch }: SearchProps) {
  const [text, setText] = useState(value ?? '');
  const sent = useRef(value ?? '');
  const later = useDebouncedCallback((next: string) => {
    sent.current = next.trim();
    onSearch(sent.current);
  }, 250);

  // Going back or to another view changes the address; the field follows, but never under the typing hand.
  useEffect(() => {
    if ((value ?? '') === sent.current) return;
    sent.current = value ?? '';
    setText(sent.current);
  }, [value]);

  const change = (next: string) => {
    setText(next);
    later(next);
  };

  return (
    <TextInput
      className={classes.search}
      type="search"
      data-list-search
      aria-label={label}
      placeholder={placeholder}
      value={text}
      leftSection={<Search size={16} aria-hidden />}
      rightSection={text !== '' && <CloseButton size="sm" aria-label="Clear search" onClick={() => change('')} />}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
