import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take } from '@tradepost/api';
import { compact } from './query.ts';

export const trialBalance = (at?: string) =>
  queryOptions({
    queryKey: ['ledger', 'balance', at ?? 'now'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/ledger/trial-balance', { params: { query: compact({ at }) }, signal })),
    placeholderData: keepPreviousData,
  });

export interface EntriesQuery {
  account?: string | undefined;
  currency?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  after?: string | undefined;
}

export const ledgerEntries = (query: EntriesQuery) =>
  queryOptions({
    queryKey: ['ledger', 'entries', compact(query)],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/ledger/entries', { params: { query: compact(query) }, signal })),
    placeholderData: keepPreviousData,
  });

export const dailyCloses = (page: number) =>
  queryOptions({
    queryKey: ['ledger', 'closes', page],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/ledger/closes', { params: { query: { page, pageSize: 31 } }, signal })),
    placeholderData: keepPreviousData,
  });

export const dailyClose = (day: string) =>
  queryOptions({
    queryKey: ['ledger', 'close', day],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/ledger/closes/{day}', { params: { path: { day } }, signal })),
  });

export const closeAsCsv = (day: string) =>
  take(api.GET('/api/v1/admin/ledger/closes/{day}/csv', { params: { path: { day } }, parseAs: 'text' }));

export const refundsOf = (order: string) =>
  queryOptions({
    queryKey: ['orders', 'refunds', order],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/orders/{id}/refunds', { params: { path: { id: order } }, signal })),
  });

export function useRetryRefund() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => take(api.POST('/api/v1/admin/refunds/{id}/retry', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['orders'] }),
  });
}
