import { useEffect, type RefObject } from 'react';

/** Keys that mean a letter or a move inside the field where they are pressed. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null)
  );
}

function move(body: HTMLElement, step: 1 | -1): boolean {
  const targets = [...body.querySelectorAll<HTMLElement>('[data-row-target]')];
  const row = document.activeElement?.closest('tr');
  const at = targets.findIndex((target) => row !== null && row !== undefined && target.closest('tr') === row);
  const next = targets[at === -1 ? (step === 1 ? 0 : targets.length - 1) : at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return next !== undefined;
}

/** j and k walk the rows of the list; the arrows too, once a row has the focus. Enter opens, as on any link. */
export function useRowKeys(body: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !body.current) return;
      const inside = body.current.contains(document.activeElement);
      const step =
        event.key === 'j' || (inside && event.key === 'ArrowDown')
          ? 1
          : event.key === 'k' || (inside && event.key === 'ArrowUp')
            ? -1
            : null;
      if (step !== null && move(body.current, step)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [body]);
}
