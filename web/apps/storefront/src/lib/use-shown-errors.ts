import { useCallback, useState } from 'react';

/** Complaints appear once a field has been left, or all at once when the form was sent; never while typing the first time. */
export function useShownErrors<K extends string>(errors: Partial<Record<K, string>>) {
  const [left, setLeft] = useState<ReadonlySet<K>>(new Set());
  const [all, setAll] = useState(false);
  const errorOf = (name: K) => (all || left.has(name) ? errors[name] : undefined);
  const leave = useCallback((name: K) => setLeft((now) => (now.has(name) ? now : new Set(now).add(name))), []);
  const showAll = useCallback(() => setAll(true), []);
  return { errorOf, leave, showAll };
}

/** Takes a person to the first field that needs them. Runs after React has marked the fields. */
export function focusFirstInvalid(form: HTMLElement | null): void {
  setTimeout(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), 0);
}
