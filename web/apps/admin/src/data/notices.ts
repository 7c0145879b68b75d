import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take, type BulkAction, type LetterTemplate, type OfferMail, type WebhookInput } from '@tradepost/api';
import { tagged } from './products.ts';
import { compact } from './query.ts';

const one = (id: string) => ({ params: { path: { id } } });
const tag = (etag: string | null) => (etag === null ? {} : { 'If-Match': etag });

export const noticeList = (query: { q?: string | undefined; status?: string | undefined; page?: number; pageSize?: number }) =>
  queryOptions({
    queryKey: ['notices', compact(query)],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/notices', { params: { query: compact(query) }, signal })),
    placeholderData: keepPreviousData,
  });

export type FailureSource = 'dead-letters' | 'mails' | 'notices' | 'webhook-deliveries';

/** Retries or drops what failed, some or all of it. */
export function useBulk(source: FailureSource) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BulkAction) => take(api.POST(`/api/v1/admin/${source}/bulk`, { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: [source] }),
  });
}

export const letterRows = () =>
  queryOptions({ queryKey: ['letters', 'list'], queryFn: ({ signal }) => take(api.GET('/api/v1/admin/letters', { signal })) });

export const letterByKind = (kind: string) =>
  queryOptions({
    queryKey: ['letters', 'one', kind],
    queryFn: ({ signal }) => tagged(api.GET('/api/v1/admin/letters/{kind}', { params: { path: { kind } }, signal })),
    refetchOnWindowFocus: false,
    gcTime: 0,
  });

export function useLetterActions(kind: string, etag: string | null) {
  const client = useQueryClient();
  const path = { kind };
  const onSuccess = () => client.invalidateQueries({ queryKey: ['letters'] });
  const params = { path, header: tag(etag) };
  const save = useMutation({
    mutationFn: (body: LetterTemplate) => take(api.PUT('/api/v1/admin/letters/{kind}', { params, body })),
    onSuccess,
  });
  const reset = useMutation({ mutationFn: () => take(api.DELETE('/api/v1/admin/letters/{kind}', { params })), onSuccess });
  const test = useMutation({
    mutationFn: (body: LetterTemplate) => take(api.POST('/api/v1/admin/letters/{kind}/test', { params: { path }, body })),
  });
  return { save, reset, test };
}

export const letterPreview = (kind: string, template: LetterTemplate) =>
  queryOptions({
    queryKey: ['letter-preview', kind, template],
    queryFn: ({ signal }) =>
      take(api.POST('/api/v1/admin/letters/{kind}/preview', { params: { path: { kind } }, body: template, signal })),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 60_000,
  });

export const webhookList = () =>
  queryOptions({ queryKey: ['webhooks', 'list'], queryFn: ({ signal }) => take(api.GET('/api/v1/admin/webhooks', { signal })) });

export const webhookById = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', 'one', id],
    queryFn: ({ signal }) => tagged(api.GET('/api/v1/admin/webhooks/{id}', { ...one(id), signal })),
  });

export const deliveryList = (query: { endpointId?: string; status?: string | undefined; page?: number; pageSize?: number }) =>
  queryOptions({
    queryKey: ['webhook-deliveries', 'list', compact(query)],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/webhook-deliveries', { params: { query: compact(query) }, signal })),
    placeholderData: keepPreviousData,
  });

export const deliveryById = (id: string) =>
  queryOptions({
    queryKey: ['webhook-deliveries', 'one', id],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/webhook-deliveries/{id}', { ...one(id), signal })),
  });

export function useSaveWebhook() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, etag, body }: { id: string | undefined; etag: string | null; body: WebhookInput }) =>
      id === undefined
        ? take(api.POST('/api/v1/admin/webhooks', { body }))
        : take(api.PUT('/api/v1/admin/webhooks/{id}', { params: { path: { id }, header: tag(etag) }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['webhooks'] }),
  });
}

export function useWebhookActions(id: string) {
  const client = useQueryClient();
  const changed = () =>
    Promise.all(['webhooks', 'webhook-deliveries'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  const remove = useMutation({
    mutationFn: () => take(api.DELETE('/api/v1/admin/webhooks/{id}', one(id))),
    onSuccess: () => client.invalidateQueries({ queryKey: ['webhooks', 'list'] }),
  });
  const rotate = useMutation({ mutationFn: () => take(api.POST('/api/v1/admin/webhooks/{id}/secret', one(id))), onSuccess: changed });
  const test = useMutation({ mutationFn: () => take(api.POST('/api/v1/admin/webhooks/{id}/test', one(id))), onSuccess: changed });
  const replayFailed = useMutation({
    mutationFn: (period: { from?: string; to?: string }) =>
      take(api.POST('/api/v1/admin/webhooks/{id}/replay', { ...one(id), body: period })),
    onSuccess: changed,
  });
  const replay = useMutation({
    mutationFn: (delivery: string) => take(api.POST('/api/v1/admin/webhook-deliveries/{id}/replay', one(delivery))),
    onSuccess: changed,
  });
  return { remove, rotate, test, replayFailed, replay };
}

export const offerList = () =>
  queryOptions({
    queryKey: ['offers'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/offers', { signal })),
    refetchInterval: (query) => (query.state.data?.items.some((offer) => !offer.doneAt) ? 2_000 : false),
  });

export function useWriteOffer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: Pick<OfferMail, 'id' | 'title' | 'message' | 'path'>) =>
      take(api.PUT('/api/v1/admin/offers/{id}', { ...one(id), body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['offers'] }),
  });
}
