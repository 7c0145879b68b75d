import { useEffect } from 'react';
import { isTyping } from '../parts/useRowKeys.ts';

interface Targets {
  openPalette(): void;
  openHelp(): void;
}

/** Ctrl K opens the palette from anywhere; "/" goes to the search of the list, or to the palette where there is no list. */
export function useShortcuts({ openPalette, openHelp }: Targets) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        openPalette();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '/') {
        event.preventDefault();
        const search = document.querySelector<HTMLInputElement>('input[data-list-search]');
        if (search) search.focus();
        else openPalette();
      }
      if (event.key === '?') openHelp();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [openPalette, openHelp]);
}
