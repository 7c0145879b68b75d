import { ApiProblem } from '@tradepost/api';
import { QueryClient } from '@tanstack/react-query';

/** A refusal stays a refusal however often it is asked; only silence and server mistakes are worth another try. */
export function worthRetrying(failures: number, error: unknown): boolean {
  const transient = error instanceof ApiProblem && (error.status === 0 || error.status >= 500);
  return transient && failures < 2;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: worthRetrying, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});
