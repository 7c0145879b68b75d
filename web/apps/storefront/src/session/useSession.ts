import { api, endSession, onSession, sessionState, startSession, take, type SessionState } from '@tradepost/api';
import { useSyncExternalStore } from 'react';
import { queryClient } from '../app/query-client.ts';

export function useSession(): SessionState {
  return useSyncExternalStore(onSession, sessionState);
}

export async function signIn(email: string, password: string): Promise<void> {
  startSession(await take(api.POST('/api/v1/auth/login', { body: { email, password } })));
  forgetPrivate();
}

/** Signs out here whatever the shop answers: a person who leaves must be gone from this browser. */
export async function signOut(): Promise<void> {
  try {
    await api.POST('/api/v1/auth/logout', { params: { query: {} } });
  } finally {
    endSession();
    forgetPrivate();
  }
}

function forgetPrivate(): void {
  for (const key of ['me', 'my-orders', 'order', 'wishlists']) queryClient.removeQueries({ queryKey: [key] });
}
