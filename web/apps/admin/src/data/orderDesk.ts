import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, fetchFile, saveFile, take } from '@tradepost/api';
import { compact } from './query.ts';
import type { OrderQuery } from './orders.ts';

/** What staff write on orders: tags, notes, saved views; and the papers and mails of one. */

export const orderTags = () =>
  queryOptions({
    queryKey: ['order-tags'],
    queryFn: async ({ signal }) => (await take(api.GET('/api/v1/admin/order-tags', { signal }))).tags,
    staleTime: 60_000,
  });

export const orderViews = () =>
  queryOptions({
    queryKey: ['order-views'],
    queryFn: async ({ signal }) => (await take(api.GET('/api/v1/admin/order-views', { signal }))).items,
    staleTime: 60_000,
  });

function useRefresh(...keys: string[]) {
  const client = useQueryClient();
  return async () => {
    await Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })));
  };
}

export function useTagOrders() {
  const onSuccess = useRefresh('orders', 'order-tags');
  return useMutation({
    mutationFn: (body: { orderIds: string[]; add?: string[]; remove?: string[] }) =>
      take(api.POST('/api/v1/admin/orders/tags', { body })),
    onSuccess,
  });
}

export function useAddNote(id: string) {
  const onSuccess = useRefresh('orders');
  return useMutation({
    mutationFn: (text: string) => take(api.POST('/api/v1/admin/orders/{id}/notes', { params: { path: { id } }, body: { text } })),
    onSuccess,
  });
}

export function usePinNote(id: string) {
  const onSuccess = useRefresh('orders');
  return useMutation({
    mutationFn: ({ noteId, pinned }: { noteId: string; pinned: boolean }) =>
      api.PATCH('/api/v1/admin/orders/{id}/notes/{noteId}', { params: { path: { id, noteId } }, body: { pinned } }),
    onSuccess,
  });
}

export function useRemoveNote(id: string) {
  const onSuccess = useRefresh('orders');
  return useMutation({
    mutationFn: (noteId: string) => api.DELETE('/api/v1/admin/orders/{id}/notes/{noteId}', { params: { path: { id, noteId } } }),
    onSuccess,
  });
}

export function useResendMail(id: string) {
  const onSuccess = useRefresh('orders');
  return useMutation({
    mutationFn: (kind: string) => api.POST('/api/v1/admin/orders/{id}/mails', { params: { path: { id } }, body: { kind } }),
    onSuccess,
  });
}

export function useSaveView() {
  const onSuccess = useRefresh('order-views');
  return useMutation({
    mutationFn: (body: { name: string; filter: string; shared: boolean }) => take(api.POST('/api/v1/admin/order-views', { body })),
    onSuccess,
  });
}

export function useRemoveView() {
  const onSuccess = useRefresh('order-views');
  return useMutation({
    mutationFn: (id: string) => api.DELETE('/api/v1/admin/order-views/{id}', { params: { path: { id } } }),
    onSuccess,
  });
}

/** What went back is part of the key: another refund brings another note. */
export const orderCreditNotes = (id: string, refunded: number) =>
  queryOptions({
    queryKey: ['orders', 'credit-notes', id, refunded],
    queryFn: ({ signal }) => take(api.GET('/api/v1/orders/{id}/credit-notes', { params: { path: { id } }, signal })),
  });

/** A paper of an order: "invoice", "credit-notes/…". */
export async function savePaper(orderId: string, path: string): Promise<void> {
  saveFile(await fetchFile(`/api/v1/orders/${orderId}/${path}`));
}

export async function saveOrders(query: OrderQuery): Promise<void> {
  const asked = new URLSearchParams(Object.entries(compact(query)).map(([name, value]): [string, string] => [name, String(value)]));
  saveFile(await fetchFile(`/api/v1/admin/orders/export?${asked.toString()}`));
}

export async function saveDocuments(orderIds: string[], kind: 'label' | 'packingSlip'): Promise<void> {
  saveFile(await fetchFile('/api/v1/admin/shipments/documents', { body: { orderIds, kind, format: 'pdf' } }));
}

interface ShippedItem {
  orderId: string;
  shipment?: { id: string } | null;
  problem?: { code: string; title: string } | null;
}

/** Hands all that is left of several orders to a courier. What could not be shipped says why. */
export async function shipOrders(orderIds: string[], carrier: string): Promise<ShippedItem[]> {
  const { blob } = await fetchFile('/api/v1/admin/shipments/batch', { body: { orderIds, carrier } });
  return (JSON.parse(await blob.text()) as { items: ShippedItem[] }).items;
}
