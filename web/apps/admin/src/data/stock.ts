import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take, type StockAdjustment } from '@tradepost/api';
import { compact } from './query.ts';

/** At or below this many units a variant counts as low. */
export const lowStock = 5;

export interface StockQuery {
  q?: string | undefined;
  maxAvailable?: number | undefined;
  page?: number | undefined;
  pageSize?: number | undefined;
}

export const stockList = (query: StockQuery) =>
  queryOptions({
    queryKey: ['stock', 'levels', compact(query)],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/inventory/levels', { params: { query: compact(query) }, signal })),
    placeholderData: keepPreviousData,
  });

export const movementList = (variantId: string, page: number) =>
  queryOptions({
    queryKey: ['stock', 'movements', variantId, page],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/admin/inventory/movements', { params: { query: { variantId, page, pageSize: 20 } }, signal })),
    placeholderData: keepPreviousData,
  });

export function useAdjustStock() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: StockAdjustment) => take(api.POST('/api/v1/admin/inventory/adjustments', { body })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['stock'] });
      await client.invalidateQueries({ queryKey: ['products', 'list'] });
    },
  });
}
