import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, fetchFile, saveFile, take } from '@tradepost/api';
import { compact } from './query.ts';

export const shipmentsOf = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', 'shipments', orderId],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/orders/{id}/shipments', { params: { path: { id: orderId } }, signal })),
    refetchInterval: 15_000,
  });

export const shipmentList = (query: { status?: string; page?: number; pageSize?: number }) =>
  queryOptions({
    queryKey: ['orders', 'shipment-list', compact(query)],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/shipments', { params: { query: compact(query) }, signal })),
    placeholderData: keepPreviousData,
  });

export const courierList = () =>
  queryOptions({
    queryKey: ['couriers'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/couriers', { signal })),
    staleTime: 60_000,
  });

export const shippingReport = () =>
  queryOptions({
    queryKey: ['orders', 'shipping-report'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/shipments/report', { signal })),
  });

export const shippingQuotes = (orderId: string, weightGrams?: number) =>
  queryOptions({
    queryKey: ['shipping-quotes', orderId, weightGrams ?? null],
    queryFn: ({ signal }) =>
      take(
        api.POST('/api/v1/admin/orders/{id}/shipping-rates', {
          params: { path: { id: orderId } },
          body: weightGrams === undefined ? {} : { weightGrams },
          signal,
        }),
      ),
    staleTime: 60_000,
    retry: false,
  });

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['orders'] });
}

export function useHandOver() {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: (id: string) => take(api.POST('/api/v1/admin/shipments/{id}/handover', { params: { path: { id } } })),
    onSuccess,
  });
}

export function useVoidLabel() {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: (id: string) => take(api.POST('/api/v1/admin/shipments/{id}/void', { params: { path: { id } } })),
    onSuccess,
  });
}

export function useShipMany() {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: (body: { orderIds: string[]; carrier: string; service?: string }) =>
      take(api.POST('/api/v1/admin/shipments/batch', { body })),
    onSuccess,
  });
}

/** Labels or slips of these parcels, as a file for the printer. */
export async function saveParcelPapers(shipmentIds: string[], kind: 'label' | 'packingSlip', format: 'pdf' | 'zpl' = 'pdf'): Promise<void> {
  saveFile(await fetchFile('/api/v1/admin/shipments/documents', { body: { shipmentIds, kind, format } }));
}
