import { onSession, sessionState } from '@tradepost/api';
import { useSyncExternalStore } from 'react';

export function useSession() {
  return useSyncExternalStore(onSession, sessionState);
}

export function nameOf(user: { email: string; firstName?: string | null; lastName?: string | null }): string {
  return [user.firstName, user.lastName].filter(Boolean).join(' ') || user.email;
}
