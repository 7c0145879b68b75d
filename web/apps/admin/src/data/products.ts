import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take, type AdminProduct, type NewProduct, type ProductInput } from '@tradepost/api';
import { compact } from './query.ts';

export interface ProductQuery {
  q?: string | undefined;
  state?: string | undefined;
  sort?: string | undefined;
  page?: number | undefined;
  pageSize?: number | undefined;
}

/** A record with the tag that says which version of it this is. */
export interface Tagged<T> {
  value: T;
  etag: string | null;
}

export async function tagged<T>(call: Promise<{ data?: T; response: Response }>): Promise<Tagged<T>> {
  const { data, response } = await call;
  return { value: data as T, etag: response.headers.get('ETag') };
}

export const productList = (query: ProductQuery) =>
  queryOptions({
    queryKey: ['products', 'list', compact(query)],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/products', { params: { query: compact(query) }, signal })),
    placeholderData: keepPreviousData,
  });

export const productById = (id: string) =>
  queryOptions({
    queryKey: ['products', 'one', id],
    queryFn: ({ signal }) => tagged(api.GET('/api/v1/admin/products/{id}', { params: { path: { id } }, signal })),
    // The form holds the edit; a silent reload under it would hide the conflict that the tag is there to find.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
  });

function useRefreshLists() {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ['products', 'list'] });
    await client.invalidateQueries({ queryKey: ['stock'] });
  };
}

export function useCreateProduct() {
  const onSuccess = useRefreshLists();
  return useMutation({
    mutationFn: (body: NewProduct) => take(api.POST('/api/v1/admin/products', { body })),
    onSuccess,
  });
}

export function useUpdateProduct(id: string) {
  const client = useQueryClient();
  const refresh = useRefreshLists();
  return useMutation({
    mutationFn: ({ body, etag }: { body: ProductInput; etag: string | null }) =>
      tagged<AdminProduct>(
        api.PATCH('/api/v1/admin/products/{id}', {
          params: { path: { id }, header: etag === null ? {} : { 'If-Match': etag } },
          body,
        }),
      ),
    onSuccess: async (saved) => {
      client.setQueryData(productById(id).queryKey, saved);
      await refresh();
    },
  });
}

export function useDeleteProduct() {
  const onSuccess = useRefreshLists();
  return useMutation({
    mutationFn: (id: string) => take(api.DELETE('/api/v1/admin/products/{id}', { params: { path: { id } } })),
    onSuccess,
  });
}

export function useRestoreProduct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => take(api.POST('/api/v1/admin/products/{id}/restoration', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['products'] }),
  });
}
