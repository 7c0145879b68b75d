import { useCallback, useMemo, useState } from 'react';
import { checkDraft, type Complaints } from './checkDraft.ts';
import { sameDraft, type Draft } from './draft.ts';

export interface ProductFormState {
  draft: Draft;
  set<K extends keyof Draft>(field: K, value: Draft[K]): void;
  change(patch: Partial<Draft>): void;
  /** The complaint to show at a field: what the server said, else what a rule says once the field was left. */
  complaint(field: string): string | undefined;
  touch(field: string): void;
}

/** One form: what is typed, what is wrong with it, and whether anything would be lost by leaving. */
export function useProductForm(initial: Draft, currency: string) {
  const [saved, setSaved] = useState(initial);
  const [draft, setDraft] = useState(initial);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Complaints>({});

  const complaints = useMemo(() => checkDraft(draft, currency), [draft, currency]);
  const change = useCallback((patch: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...patch }));
    // A changed field has answered the server's complaint about its old value.
    setRefused((before) =>
      Object.fromEntries(Object.entries(before).filter(([name]) => !Object.keys(patch).some((field) => name.startsWith(field)))),
    );
  }, []);

  const state: ProductFormState = {
    draft,
    change,
    set: (field, value) => change({ [field]: value } as Partial<Draft>),
    complaint: (field) => refused[field] ?? (tried || touched.has(field) ? complaints[field] : undefined),
    touch: (field) => setTouched((before) => (before.has(field) ? before : new Set(before).add(field))),
  };

  return {
    state,
    saved,
    complaints,
    refused,
    dirty: !sameDraft(saved, draft),
    /** Shows every complaint; true when there is none. */
    check: () => {
      setTried(true);
      return Object.keys(complaints).length === 0;
    },
    refuse: setRefused,
    restart: (from: Draft) => {
      setSaved(from);
      setDraft(from);
      setTried(false);
      setTouched(new Set());
      setRefused({});
    },
  };
}
