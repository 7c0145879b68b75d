import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take, type CaptureHeld } from '@tradepost/api';

/** Under the orders' key, so that whatever moves an order has its payment read again. */
export const orderPayment = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'payment', id],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/orders/{id}/payment', { params: { path: { id } }, signal })),
  });

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['orders'] });
}

/** The key belongs to what was filled in: pressing the button twice takes once. */
export function useCapture(id: string) {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: ({ body, key }: { body: CaptureHeld; key: string }) =>
      take(api.POST('/api/v1/admin/orders/{id}/capture', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body })),
    onSuccess,
  });
}

export function useVoid(id: string) {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: (key: string) =>
      take(api.POST('/api/v1/admin/orders/{id}/void', { params: { path: { id }, header: { 'Idempotency-Key': key } } })),
    onSuccess,
  });
}
