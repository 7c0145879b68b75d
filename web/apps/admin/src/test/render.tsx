import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { endSession, startSession } from '@tradepost/api';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { theme } from '../app/theme.ts';
import { ToastProvider } from '../parts/Toasts.tsx';
import { routes } from '../routes.tsx';

export function signInAs(...roles: string[]): void {
  startSession({
    accessToken: 'token',
    expiresIn: 600,
    user: {
      id: 'u1',
      email: 'robin@tradepost.test',
      firstName: 'Robin',
      lastName: 'Vale',
      roles,
      emailConfirmed: true,
    },
  });
}

function mount(table: RouteObject[], at: string) {
  const router = createMemoryRouter(table, { initialEntries: [at] });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });
  render(
    // In this mode Mantine opens and closes without transitions.
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={client}>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { router, at: () => router.state.location.pathname + router.state.location.search };
}

/** The whole app at one address, signed in as an admin. */
export function openAdmin(at: string) {
  signInAs('admin');
  return mount(routes, at);
}

export function openAnonymous(at: string) {
  endSession();
  return mount(routes, at);
}

/** The whole app with whoever is signed in now. */
export const openApp = (at: string) => mount(routes, at);

/** One part alone, with everything around it that parts rely on. */
export const show = (part: ReactNode) => mount([{ path: '*', element: part }], '/');
