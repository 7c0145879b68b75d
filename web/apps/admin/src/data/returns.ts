import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take, type Return, type ReturnReceipt } from '@tradepost/api';
import { compact } from './query.ts';

export interface ReturnQuery {
  status?: string | undefined;
  q?: string | undefined;
  page?: number | undefined;
  pageSize?: number | undefined;
}

export const returnList = (query: ReturnQuery) =>
  queryOptions({
    queryKey: ['returns', 'list', compact(query)],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/returns', { params: { query: compact(query) }, signal })),
    placeholderData: keepPreviousData,
  });

export const returnById = (id: string) =>
  queryOptions({
    queryKey: ['returns', 'one', id],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/returns/{id}', { params: { path: { id } }, signal })),
  });

/** What would go back for what was found. The sums are the shop's: nothing is computed here. */
export const receiptQuote = (id: string, lines: { lineId: string; quantity: number }[]) =>
  queryOptions({
    queryKey: ['returns', 'quote', id, lines],
    enabled: lines.length > 0,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      take(api.POST('/api/v1/admin/returns/{id}/receipt/quote', { params: { path: { id } }, body: { lines }, signal })),
  });

/** A return that moves changes its order, the lists and the stock. */
function useStep<T>(id: string, step: (body: T) => Promise<Return>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: async (changed) => {
      client.setQueryData(returnById(id).queryKey, changed);
      await Promise.all([
        client.invalidateQueries({ queryKey: ['returns', 'list'] }),
        client.invalidateQueries({ queryKey: ['orders'] }),
        client.invalidateQueries({ queryKey: ['stock'] }),
      ]);
    },
    onError: () => client.invalidateQueries({ queryKey: ['returns', 'one', id] }),
  });
}

const one = (id: string) => ({ params: { path: { id } } });

export const useApprove = (id: string) =>
  useStep(id, (body: { note?: string }) => take(api.POST('/api/v1/admin/returns/{id}/approval', { ...one(id), body })));

export const useRefuse = (id: string) =>
  useStep(id, (body: { reason: string }) => take(api.POST('/api/v1/admin/returns/{id}/refusal', { ...one(id), body })));

export const useReceive = (id: string) =>
  useStep(id, (body: ReturnReceipt) => take(api.POST('/api/v1/admin/returns/{id}/receipt', { ...one(id), body })));
