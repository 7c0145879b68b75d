import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take, type Promotion, type PromotionInput, type QuoteBody } from '@tradepost/api';
import type { Tagged } from './products.ts';
import { compact } from './query.ts';

export interface PromotionQuery {
  q?: string | undefined;
  state?: string | undefined;
  hasCode?: boolean | undefined;
  from?: string | undefined;
  to?: string | undefined;
  page?: number | undefined;
  pageSize?: number | undefined;
}

async function tagged<T>(call: Promise<{ data?: T; response: Response }>): Promise<Tagged<T>> {
  const { data, response } = await call;
  return { value: data as T, etag: response.headers.get('ETag') };
}

const one = (id: string) => ({ params: { path: { id } } });

export const promotionList = (query: PromotionQuery) =>
  queryOptions({
    queryKey: ['promotions', 'list', compact(query)],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/promotions', { params: { query: compact(query) }, signal })),
    placeholderData: keepPreviousData,
  });

export const promotionById = (id: string) =>
  queryOptions({
    queryKey: ['promotions', 'one', id],
    queryFn: ({ signal }) => tagged(api.GET('/api/v1/admin/promotions/{id}', { ...one(id), signal })),
    // The form holds the edit; a silent reload under it would hide the conflict that the tag is there to find.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
  });

export const promotionUsage = (id: string, days: { from?: string | undefined; to?: string | undefined }) =>
  queryOptions({
    queryKey: ['promotions', 'usage', id, compact(days)],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/admin/promotions/{id}/usage', { params: { path: { id }, query: compact(days) }, signal })),
    placeholderData: keepPreviousData,
  });

export const promotionUses = (id: string, page: number) =>
  queryOptions({
    queryKey: ['promotions', 'uses', id, page],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/admin/promotions/{id}/uses', { params: { path: { id }, query: { page, pageSize: 25 } }, signal })),
    placeholderData: keepPreviousData,
  });

export const promotionCodes = (id: string, query: { q?: string | undefined; used?: boolean | undefined; page?: number | undefined }) =>
  queryOptions({
    queryKey: ['promotions', 'codes', id, compact(query)],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/admin/promotions/{id}/codes', {
        params: { path: { id }, query: { ...compact(query), pageSize: 25 } }, signal,
      })),
    placeholderData: keepPreviousData,
  });

/** What a cart would cost under a promotion that is still being written. */
export const whatIf = (body: QuoteBody | null) =>
  queryOptions({
    queryKey: ['what-if', body],
    queryFn: ({ signal }) => take(api.POST('/api/v1/admin/pricing/quote', { body: body as QuoteBody, signal })),
    enabled: body !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['promotions'] });
}

export function useCreatePromotion() {
  const onSuccess = useRefresh();
  return useMutation({ mutationFn: (body: PromotionInput) => take(api.POST('/api/v1/admin/promotions', { body })), onSuccess });
}

export function useUpdatePromotion(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, etag }: { body: Partial<PromotionInput>; etag: string | null }) =>
      tagged<Promotion>(
        api.PATCH('/api/v1/admin/promotions/{id}', { params: { path: { id }, header: etag === null ? {} : { 'If-Match': etag } }, body }),
      ),
    onSuccess: async (saved) => {
      client.setQueryData(promotionById(id).queryKey, saved);
      await client.invalidateQueries({ queryKey: ['promotions', 'list'] });
    },
  });
}

export function useDeletePromotion() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => take(api.DELETE('/api/v1/admin/promotions/{id}', one(id))),
    onSuccess: () => client.invalidateQueries({ queryKey: ['promotions', 'list'] }),
  });
}

export function useRestorePromotion() {
  const onSuccess = useRefresh();
  return useMutation({ mutationFn: (id: string) => take(api.POST('/api/v1/admin/promotions/{id}/restoration', one(id))), onSuccess });
}

export interface NewCodes {
  count: number;
  prefix: string;
  length: number;
  usageLimit: number;
}

export function useGenerateCodes(id: string) {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: (body: NewCodes) => take(api.POST('/api/v1/admin/promotions/{id}/codes', { ...one(id), body })),
    onSuccess,
  });
}

export function useDeleteCode(id: string) {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: (codeId: string) =>
      take(api.DELETE('/api/v1/admin/promotions/{id}/codes/{codeId}', { params: { path: { id, codeId } } })),
    onSuccess,
  });
}

export function useDeleteUnusedCodes(id: string) {
  const onSuccess = useRefresh();
  return useMutation({ mutationFn: () => take(api.DELETE('/api/v1/admin/promotions/{id}/codes/unused', one(id))), onSuccess });
}

/** All codes as text, for a file. */
export const exportCodes = (id: string) => take(api.GET('/api/v1/admin/promotions/{id}/codes/export', { ...one(id), parseAs: 'text' }));

export function useSimulate() {
  return useMutation({
    mutationFn: (body: { promotion: PromotionInput | null; from: string; to: string }) =>
      take(api.POST('/api/v1/admin/promotions/simulation', { body })),
  });
}
