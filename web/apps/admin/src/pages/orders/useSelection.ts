import { useCallback, useEffect, useState } from 'react';
import { isTyping } from '../../parts/useRowKeys.ts';

/** Which rows are chosen. It ends with the list it was made in; the key x chooses the row that has the focus. */
export function useSelection(list: string) {
  const [state, setState] = useState<{ list: string; ids: ReadonlySet<string> }>({ list, ids: new Set() });
  const ids = state.list === list ? state.ids : new Set<string>();

  const set = useCallback(
    (some: string[], chosen: boolean) =>
      setState((before) => {
        const next = new Set(before.list === list ? before.ids : []);
        for (const id of some) {
          if (chosen) next.add(id);
          else next.delete(id);
        }
        return { list, ids: next };
      }),
    [list],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'x' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const box = document.activeElement?.closest('tr')?.querySelector<HTMLInputElement>('input[type="checkbox"]');
      if (!box) return;
      event.preventDefault();
      box.click();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return { ids, set, clear: useCallback(() => setState({ list, ids: new Set() }), [list]) };
}
