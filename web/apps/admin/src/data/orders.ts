import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take, type RefundInput, type ShipmentInput } from '@tradepost/api';
import { compact } from './query.ts';

export interface OrderQuery {
  status?: string | undefined;
  paymentStatus?: string | undefined;
  q?: string | undefined;
  sort?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  country?: string | undefined;
  tag?: string | undefined;
  product?: string | undefined;
  minTotal?: string | undefined;
  maxTotal?: string | undefined;
  page?: number | undefined;
  pageSize?: number | undefined;
}

export const fetchOrders = (query: OrderQuery, signal?: AbortSignal) =>
  take(api.GET('/api/v1/admin/orders', { params: { query: compact(query) }, ...(signal && { signal }) }));

export const orderList = (query: OrderQuery) =>
  queryOptions({
    queryKey: ['orders', 'list', compact(query)],
    queryFn: ({ signal }) => fetchOrders(query, signal),
    placeholderData: keepPreviousData,
  });

export const orderById = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'one', id],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/orders/{id}', { params: { path: { id } }, signal })),
  });

/** What the order was priced from, priced again. An order from before that was kept has none. */
export const orderProof = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'proof', id],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/orders/{id}/pricing', { params: { path: { id } }, signal })),
    staleTime: Infinity,
  });

export const orderSummary = () =>
  queryOptions({
    queryKey: ['orders', 'summary'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/orders/summary', { signal })),
    refetchInterval: 60_000,
  });

/** A change of one order moves the lists, the figures and the stock too. */
function useRefresh() {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ['orders'] });
    await client.invalidateQueries({ queryKey: ['stock'] });
  };
}

export function useShip(id: string) {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: (body: ShipmentInput) => take(api.POST('/api/v1/admin/orders/{id}/shipments', { params: { path: { id } }, body })),
    onSuccess,
  });
}

export function useDeliver() {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: (id: string) => take(api.POST('/api/v1/admin/shipments/{id}/delivery', { params: { path: { id } } })),
    onSuccess,
  });
}

export function useCancel(id: string) {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: (reason: string) => take(api.POST('/api/v1/orders/{id}/cancellation', { params: { path: { id } }, body: { reason } })),
    onSuccess,
  });
}

/** The key belongs to what was filled in: pressing the button twice gives back once. */
export function useRefund(id: string) {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: ({ body, key }: { body: RefundInput; key: string }) =>
      take(api.POST('/api/v1/admin/orders/{id}/refunds', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body })),
    onSuccess,
  });
}
