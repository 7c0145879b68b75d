import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type ShopFacts } from '@tradepost/api';
import type { Tagged } from './products.ts';

const tagged = ({ data, response }: { data?: ShopFacts; response: Response }): Tagged<ShopFacts> => ({
  value: data as ShopFacts,
  etag: response.headers.get('ETag'),
});

export const shopFacts = () =>
  queryOptions({
    queryKey: ['shop-facts'],
    queryFn: async ({ signal }) => tagged(await api.GET('/api/v1/admin/settings', { signal })),
    refetchOnWindowFocus: false,
    gcTime: 0,
  });

export function useSaveShop() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ body, etag }: { body: ShopFacts; etag: string | null }) =>
      tagged(await api.PUT('/api/v1/admin/settings', { params: { header: etag === null ? {} : { 'If-Match': etag } }, body })),
    onSuccess: async (saved) => {
      client.setQueryData(shopFacts().queryKey, saved);
      await client.invalidateQueries({ queryKey: ['settings'] });
    },
  });
}
