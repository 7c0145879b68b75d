import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  api, take, type DeliveryCalendar, type ShippingMethod, type ShippingMethodDetail, type ShippingZone, type TableQuery,
} from '@tradepost/api';
import { tagged, type Tagged } from './products.ts';

const ifMatch = (etag: string | null) => (etag === null ? {} : { 'If-Match': etag });
const still = { refetchOnWindowFocus: false, refetchOnReconnect: false };

export const shippingMethod = (id: string) =>
  queryOptions({
    queryKey: ['shipping-method', id],
    queryFn: ({ signal }) => tagged(api.GET('/api/v1/admin/shipping-methods/{id}', { params: { path: { id } }, signal })),
    ...still,
  });

export const locations = () =>
  queryOptions({
    queryKey: ['locations'],
    queryFn: async ({ signal }) => (await take(api.GET('/api/v1/admin/locations', { signal }))).items,
    staleTime: 60_000,
  });

/** After a write the list and the method are read again: zones, figures and the tag belong together. */
function useRefresh(id: string) {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ['shipping-methods'] });
    await client.invalidateQueries({ queryKey: ['shipping-method', id] });
  };
}

export function useEditMethod(id: string) {
  const onSuccess = useRefresh(id);
  return useMutation({
    mutationFn: ({ body, etag }: { body: Partial<ShippingMethod>; etag: string | null }) =>
      take(api.PATCH('/api/v1/admin/shipping-methods/{id}', { params: { path: { id }, header: ifMatch(etag) }, body })),
    onSuccess,
  });
}

export function useReplaceZones(id: string) {
  const onSuccess = useRefresh(id);
  return useMutation({
    mutationFn: ({ zones, etag }: { zones: ShippingZone[]; etag: string | null }): Promise<ShippingMethodDetail> =>
      take(api.PUT('/api/v1/admin/shipping-methods/{id}/zones', { params: { path: { id }, header: ifMatch(etag) }, body: { zones } })),
    onSuccess,
  });
}

export type TableKind = 'rates' | 'zones';

interface TableFile {
  kind: TableKind;
  text: string;
  query: TableQuery;
  etag: string | null;
}

/** Sends a file as it is. A dry run changes nothing, so nothing is read again. */
export function useImportTable(id: string) {
  const refresh = useRefresh(id);
  return useMutation({
    mutationFn: ({ kind, text, query, etag }: TableFile) => {
      const request = {
        params: { path: { id }, query, header: ifMatch(etag) },
        body: text,
        bodySerializer: (body: string) => body,
        headers: { 'Content-Type': 'text/csv' },
      };
      return take(
        kind === 'rates'
          ? api.POST('/api/v1/admin/shipping-methods/{id}/rates', request)
          : api.POST('/api/v1/admin/shipping-methods/{id}/zones', request),
      );
    },
    onSuccess: (result) => (result.applied ? refresh() : undefined),
  });
}

export const deliveryCalendar = () =>
  queryOptions({
    queryKey: ['delivery-calendar'],
    queryFn: ({ signal }) => tagged(api.GET('/api/v1/admin/delivery-calendar', { signal })),
    ...still,
  });

export function useSaveCalendar() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, etag }: { body: DeliveryCalendar; etag: string | null }): Promise<Tagged<DeliveryCalendar>> =>
      tagged(api.PUT('/api/v1/admin/delivery-calendar', { params: { header: ifMatch(etag) }, body })),
    onSuccess: (saved) => client.setQueryData(deliveryCalendar().queryKey, saved),
  });
}
