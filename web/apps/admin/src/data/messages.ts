import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take } from '@tradepost/api';
import { compact } from './query.ts';

export interface MailQuery {
  q?: string | undefined;
  status?: string | undefined;
  page?: number | undefined;
  pageSize?: number | undefined;
}

const one = (id: string) => ({ params: { path: { id } } });

export const mailList = (query: MailQuery) =>
  queryOptions({
    queryKey: ['mails', 'list', compact(query)],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/mails', { params: { query: compact(query) }, signal })),
    placeholderData: keepPreviousData,
  });

export const mailById = (id: string) =>
  queryOptions({
    queryKey: ['mails', 'one', id],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/mails/{id}', { ...one(id), signal })),
  });

export function useRetryMail() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => take(api.POST('/api/v1/admin/mails/{id}/retry', one(id))),
    onSuccess: () => client.invalidateQueries({ queryKey: ['mails'] }),
  });
}

export const deadLetterList = (query: { page?: number; pageSize?: number }) =>
  queryOptions({
    queryKey: ['dead-letters', compact(query)],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/dead-letters', { params: { query: compact(query) }, signal })),
    placeholderData: keepPreviousData,
  });

export function useDeadLetterActions() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ['dead-letters'] });
  const retry = useMutation({
    mutationFn: (id: string) => take(api.POST('/api/v1/admin/dead-letters/{id}/retry', one(id))),
    onSuccess,
  });
  const discard = useMutation({
    mutationFn: (id: string) => take(api.DELETE('/api/v1/admin/dead-letters/{id}', one(id))),
    onSuccess,
  });
  return { retry, discard };
}
