import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take } from '@tradepost/api';

const one = (id: string) => ({ params: { path: { id } } });

export const groupList = (page = 1, pageSize = 100) =>
  queryOptions({
    queryKey: ['groups', 'list', page, pageSize],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/customer-groups', { params: { query: { page, pageSize } }, signal })),
    placeholderData: keepPreviousData,
  });

export const groupById = (id: string) =>
  queryOptions({
    queryKey: ['groups', 'one', id],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/customer-groups/{id}', { ...one(id), signal })),
  });

export const groupMembers = (id: string, page: number) =>
  queryOptions({
    queryKey: ['groups', 'members', id, page],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/admin/customer-groups/{id}/members', { params: { path: { id }, query: { page, pageSize: 25 } }, signal })),
    placeholderData: keepPreviousData,
  });

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['groups'] });
}

export function useSaveGroup() {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: ({ id, ...body }: { id?: string | undefined; code: string; name: string }) =>
      id === undefined
        ? take(api.POST('/api/v1/admin/customer-groups', { body }))
        : take(api.PATCH('/api/v1/admin/customer-groups/{id}', { ...one(id), body })),
    onSuccess,
  });
}

export function useRemoveGroup() {
  const onSuccess = useRefresh();
  return useMutation({ mutationFn: (id: string) => take(api.DELETE('/api/v1/admin/customer-groups/{id}', one(id))), onSuccess });
}

export function useAddMember(id: string) {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: (email: string) => take(api.POST('/api/v1/admin/customer-groups/{id}/members', { ...one(id), body: { email } })),
    onSuccess,
  });
}

export function useRemoveMember(id: string) {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: (userId: string) =>
      take(api.DELETE('/api/v1/admin/customer-groups/{id}/members/{userId}', { params: { path: { id, userId } } })),
    onSuccess,
  });
}
