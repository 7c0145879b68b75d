import { useCallback, useMemo, useState } from 'react';
import { checkDraft, type Complaints } from './checkDraft.ts';
import type { BenefitDraft, Draft } from './draft.ts';

export interface PromotionFormState {
  draft: Draft;
  set<K extends keyof Draft>(field: K, value: Draft[K]): void;
  setBenefit(patch: Partial<BenefitDraft>): void;
  /** The complaint to show at a field: what the server said, else what a rule says once saving was tried. */
  complaint(field: string): string | undefined;
}

/** One form: what is typed, what is wrong with it, and whether anything would be lost by leaving. */
export function usePromotionForm(initial: Draft, currency: string) {
  const [saved, setSaved] = useState(initial);
  const [draft, setDraft] = useState(initial);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Complaints>({});
  const complaints = useMemo(() => checkDraft(draft, currency), [draft, currency]);

  const set = useCallback(<K extends keyof Draft>(field: K, value: Draft[K]) => {
    setDraft((before) => ({ ...before, [field]: value }));
    // A changed field has answered the server's complaint about its old value.
    setRefused((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !name.startsWith(field))));
  }, []);

  const state: PromotionFormState = {
    draft,
    set,
    setBenefit: (patch) => set('benefit', { ...draft.benefit, ...patch }),
    complaint: (field) => refused[field] ?? (tried ? complaints[field] : undefined),
  };

  return {
    state,
    saved,
    complaints,
    dirty: JSON.stringify(saved) !== JSON.stringify(draft),
    check: () => {
      setTried(true);
      return Object.keys(complaints).length === 0;
    },
    refuse: setRefused,
    restart: (from: Draft) => {
      setSaved(from);
      setDraft(from);
      setTried(false);
      setRefused({});
    },
  };
}

export type PromotionForm = ReturnType<typeof usePromotionForm>;
