import type { Tokens, User } from './types/accounts.ts';

/** Who is signed in. The access token lives here, in memory only; the refresh token is a cookie no script can read. */
export interface SessionState {
  status: 'resuming' | 'guest' | 'signedIn';
  user: User | null;
}

const hintKey = 'tradepost.session';
let token: string | null = null;
let state: SessionState = { status: hint() ? 'resuming' : 'guest', user: null };
let refreshing: Promise<boolean> | null = null;
const listeners = new Set<() => void>();

export function accessToken(): string | null {
  return token;
}

export function sessionState(): SessionState {
  return state;
}

export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function startSession(tokens: Tokens): void {
  token = tokens.accessToken;
  remember(true);
  become({ status: 'signedIn', user: tokens.user });
}

export function endSession(): void {
  token = null;
  remember(false);
  become({ status: 'guest', user: null });
}

/** Swaps the cookie for a fresh access token. Callers at the same moment share one request, because the cookie rotates. */
export function refreshSession(): Promise<boolean> {
  refreshing ??= alone(requestRefresh).finally(() => { refreshing = null; });
  return refreshing;
}

/** Tabs share the cookie: two that used it at the same moment would look like theft and end the session in both. */
function alone(refresh: () => Promise<boolean>): Promise<boolean> {
  const locks = globalThis.navigator?.locks;
  return locks ? locks.request('tradepost.refresh', refresh) : refresh();
}

/** Picks up the session of an earlier visit. Visitors who never signed in cost no request. */
export async function resumeSession(): Promise<void> {
  if (hint()) await refreshSession();
}

/** Settles when no renewal is under way. */
export async function resuming(): Promise<void> {
  if (refreshing) await refreshing;
}

async function requestRefresh(): Promise<boolean> {
  try {
    const response = await globalThis.fetch('/api/v1/auth/refresh', {
      method: 'POST', credentials: 'same-origin', body: '{}',
      headers: { 'X-Client': 'browser', 'Content-Type': 'application/json' },
    });
    if (response.ok) {
      startSession(await response.json() as Tokens);
      return true;
    }
    if (response.status === 401) endSession();
    else settle();
  } catch {
    settle();
  }
  return false;
}

/** No answer says nothing about the cookie: show a guest for now, try again on the next visit. */
function settle(): void {
  if (state.status === 'resuming') become({ status: 'guest', user: null });
}

function become(next: SessionState): void {
  state = next;
  listeners.forEach((listener) => listener());
}

function hint(): boolean {
  try {
    return globalThis.localStorage?.getItem(hintKey) === '1';
  } catch {
    return false;
  }
}

function remember(signedIn: boolean): void {
  try {
    if (signedIn) globalThis.localStorage.setItem(hintKey, '1');
    else globalThis.localStorage.removeItem(hintKey);
  } catch {
    // Storage may be blocked; the session then lasts until the page is closed.
  }
}
