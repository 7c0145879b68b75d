import { Loader, Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import classes from './Palette.module.css';
import { usePaletteItems, type PaletteItem } from './usePaletteItems.ts';

export function Palette({ opened, onClose }: { opened: boolean; onClose(): void }) {
  return (
    <Modal.Root opened={opened} onClose={onClose} size={560} yOffset="12vh" centered={false} transitionProps={{ duration: 120 }}>
      <Modal.Overlay />
      <Modal.Content radius="lg" aria-label="Search orders, products and pages">
        <Finder onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  );
}

const groupNames = ['Go to', 'Orders', 'Products'] as const;

function Finder({ onClose }: { onClose(): void }) {
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text, 180);
  const [active, setActive] = useState(0);
  const { items, busy, failed } = usePaletteItems(wanted);
  const navigate = useNavigate();
  const id = useId();
  const at = Math.min(active, items.length - 1);

  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at, id]);

  const go = (item: PaletteItem | undefined) => {
    if (!item) return;
    onClose();
    void navigate(item.to);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive(items.length === 0 ? 0 : (at + 1) % items.length);
    else if (event.key === 'ArrowUp') setActive(items.length === 0 ? 0 : (at - 1 + items.length) % items.length);
    else if (event.key === 'Enter') go(items[at]);
    else return;
    event.preventDefault();
  };

  return (
    <div>
      <div className={classes.field}>
        <Search size={18} aria-hidden />
        <input
          data-autofocus
          className={classes.input}
          value={text}
          placeholder="Search orders, products and pages"
          spellCheck={false}
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-label="Search"
          aria-activedescendant={items.length > 0 ? `${id}-${at}` : undefined}
          autoComplete="off"
          onChange={(event) => {
            setText(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        {busy && <Loader size={16} aria-label="Searching" />}
      </div>
      <div id={`${id}-list`} role="listbox" aria-label="Results" className={classes.list}>
        {groupNames.map((group) => (
          <Results key={group} id={id} group={group} items={items} at={at} onHover={setActive} onGo={go} />
        ))}
      </div>
      <p className={classes.none} role="status">
        {failed ? 'The search could not reach the shop.' : items.length === 0 && !busy ? `Nothing found for “${text.trim()}”.` : ''}
      </p>
    </div>
  );
}

interface ResultsProps {
  id: string;
  group: PaletteItem['group'];
  items: PaletteItem[];
  at: number;
  onHover(index: number): void;
  onGo(item: PaletteItem): void;
}

function Results({ id, group, items, at, onHover, onGo }: ResultsProps) {
  const indexed = items.map((item, index) => ({ item, index })).filter((entry) => entry.item.group === group);
  if (indexed.length === 0) return null;
  return (
    <div role="group" aria-labelledby={`${id}-${group}`}>
      <p id={`${id}-${group}`} className={classes.group}>
        {group}
      </p>
      {indexed.map(({ item, index }) => (
        <div
          key={item.key}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          className={classes.item}
          onMouseMove={() => onHover(index)}
          onClick={() => onGo(item)}
        >
          <span className={classes.label}>{item.label}</span>
          {item.note && <span className={classes.note}>{item.note}</span>}
        </div>
      ))}
    </div>
  );
}
