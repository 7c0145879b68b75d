import { useCallback, useEffect, useState } from 'react';
import { readStored, store } from '../../lib/storage.ts';
import { noAddress, type AddressFields } from './address.ts';

/** What has been typed at the till. Survives a reload and a trip to the bank; the card number is never kept. */
export interface Draft {
  email: string;
  /** Whether to be reminded of the cart by mail; null: not said here. */
  remind: boolean | null;
  address: AddressFields;
  billingSame: boolean;
  billing: AddressFields;
}

const key = 'tradepost.checkout';
const empty: Draft = { email: '', remind: null, address: noAddress, billingSame: true, billing: noAddress };

export function useDraft(start: { email: string; name: string; country: string }) {
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = readStored<Draft>(key, empty, 'session');
    return { ...empty, ...kept, address: { ...noAddress, ...kept.address }, billing: { ...noAddress, ...kept.billing } };
  });
  const { email, name, country } = start;
  // What is known about the customer fills only what is still empty.
  useEffect(
    () =>
      setDraft((now) => ({
        ...now,
        email: now.email || email,
        address: { ...now.address, name: now.address.name || name, country: now.address.country || country },
        billing: { ...now.billing, country: now.billing.country || country },
      })),
    [email, name, country],
  );
  useEffect(() => store(key, draft, 'session'), [draft]);
  const change = useCallback((patch: Partial<Draft>) => setDraft((now) => ({ ...now, ...patch })), []);
  return { draft, change };
}

export function forgetDraft(): void {
  store(key, null, 'session');
}
