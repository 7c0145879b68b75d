import { useQueryClient } from '@tanstack/react-query';
import { api, endSession, startSession, take } from '@tradepost/api';

export async function signIn(email: string, password: string): Promise<void> {
  startSession(await take(api.POST('/api/v1/auth/login', { body: { email, password } })));
}

/** Ends the session here whatever the shop answers: who asks to leave must be out. */
export function useSignOut() {
  const client = useQueryClient();
  return async () => {
    await take(api.POST('/api/v1/auth/logout', {})).catch(() => undefined);
    endSession();
    client.clear();
  };
}
