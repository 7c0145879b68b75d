import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider, type createBrowserRouter } from 'react-router';
import { CartProvider } from '../cart/CartContext.tsx';
import { Toasts } from '../toasts/Toasts.tsx';
import { queryClient } from './query-client.ts';

export function App({ router }: { router: ReturnType<typeof createBrowserRouter> }) {
  return (
    <QueryClientProvider client={queryClient}>
      <Toasts>
        <CartProvider>
          <RouterProvider router={router} />
        </CartProvider>
      </Toasts>
    </QueryClientProvider>
  );
}
