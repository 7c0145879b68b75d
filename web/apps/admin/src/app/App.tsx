import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { isProblem } from '@tradepost/api';
import { RouterProvider } from 'react-router/dom';
import { router } from '../routes.tsx';
import { ToastProvider } from '../parts/Toasts.tsx';
import { schemeManager, theme, tokenResolver } from './theme.ts';

/** A refusal is an answer: asking again gives the same one. Only silence and a busy server are worth a second try. */
export function retryable(count: number, error: unknown): boolean {
  return count < 2 && (isProblem(error, 'network.unreachable') || isProblem(error, 'server.unavailable'));
}

const client = new QueryClient({
  defaultOptions: { queries: { staleTime: 15_000, retry: retryable }, mutations: { retry: false } },
});

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={tokenResolver} colorSchemeManager={schemeManager} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
