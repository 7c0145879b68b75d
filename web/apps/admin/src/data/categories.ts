import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take } from '@tradepost/api';

/** The whole tree at once: a shop has tens of categories, not thousands. */
export const categoryList = () =>
  queryOptions({
    queryKey: ['categories'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/categories', { signal })),
    staleTime: 60_000,
  });

export interface CategoryEdit {
  id?: string | undefined;
  name: string;
  parentId: string | null;
}

export function useSaveCategory() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: CategoryEdit) =>
      id === undefined
        ? take(api.POST('/api/v1/admin/categories', { body }))
        : take(api.PATCH('/api/v1/admin/categories/{id}', { params: { path: { id } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['categories'] }),
  });
}

export function useDeleteCategory() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => take(api.DELETE('/api/v1/admin/categories/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['categories'] }),
  });
}
