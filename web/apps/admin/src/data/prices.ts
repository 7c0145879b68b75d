import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take, type AdminPrices, type OtherPrice, type PricePlanInput, type SpecialPriceInput } from '@tradepost/api';
import type { Tagged } from './products.ts';
import { compact } from './query.ts';

const one = (id: string) => ({ params: { path: { id } } });

export interface PlanQuery {
  state?: string | undefined;
  productId?: string | undefined;
  page?: number | undefined;
  pageSize?: number | undefined;
}

export const planList = (query: PlanQuery) =>
  queryOptions({
    queryKey: ['price-plans', compact(query)],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/price-plans', { params: { query: compact(query) }, signal })),
    placeholderData: keepPreviousData,
    // Plans begin and end by themselves.
    refetchInterval: 15_000,
  });

export const pricesOf = (id: string) =>
  queryOptions({
    queryKey: ['prices', id],
    queryFn: async ({ signal }): Promise<Tagged<AdminPrices>> => {
      const { data, response } = await api.GET('/api/v1/admin/products/{id}/prices', { ...one(id), signal });
      return { value: data as AdminPrices, etag: response.headers.get('ETag') };
    },
    // A grid may hold typed prices; a reload under it would hide the conflict that the tag is there to find.
    refetchOnWindowFocus: false,
  });

export const historyOf = (variantId: string, currency: string) =>
  queryOptions({
    queryKey: ['price-history', variantId, currency],
    queryFn: ({ signal }) =>
      take(
        api.GET('/api/v1/admin/variants/{id}/price-history', {
          params: { path: { id: variantId }, query: { currency, pageSize: 50 } },
          signal,
        }),
      ),
  });

export const specialPrices = (variantIds: string[]) =>
  queryOptions({
    queryKey: ['special-prices', variantIds],
    enabled: variantIds.length > 0,
    queryFn: ({ signal }) =>
      take(
        api.GET('/api/v1/admin/special-prices', { params: { query: { variantId: variantIds.slice(0, 50), pageSize: 100 } }, signal }),
      ),
  });

function useRefreshPrices() {
  const client = useQueryClient();
  return () =>
    Promise.all(
      ['prices', 'price-plans', 'price-history', 'special-prices'].map((key) => client.invalidateQueries({ queryKey: [key] })),
    );
}

export function useCreatePlans() {
  const onSuccess = useRefreshPrices();
  return useMutation({ mutationFn: (body: PricePlanInput) => take(api.POST('/api/v1/admin/price-plans', { body })), onSuccess });
}

export function useCancelPlan() {
  const onSuccess = useRefreshPrices();
  return useMutation({
    mutationFn: (id: string) => take(api.POST('/api/v1/admin/price-plans/{id}/cancellation', one(id))),
    onSuccess,
  });
}

export function useSetCurrencyPrices(id: string) {
  const onSuccess = useRefreshPrices();
  return useMutation({
    mutationFn: ({ prices, etag }: { prices: (OtherPrice & { variantId: string })[]; etag: string | null }) =>
      take(
        api.PUT('/api/v1/admin/products/{id}/currency-prices', {
          params: { path: { id }, header: etag === null ? {} : { 'If-Match': etag } },
          body: { prices },
        }),
      ),
    onSuccess,
  });
}

/** Saves a special price. Without an id it is new, or takes the place of the one with the same variant, group, quantity and start. */
export function useSaveSpecialPrice() {
  const onSuccess = useRefreshPrices();
  return useMutation({
    mutationFn: ({ id, ...price }: SpecialPriceInput & { id?: string | undefined }): Promise<unknown> =>
      id === undefined
        ? take(api.PUT('/api/v1/admin/special-prices', { body: { prices: [price] } }))
        : take(api.PATCH('/api/v1/admin/special-prices/{id}', { params: { path: { id }, header: {} }, body: price })),
    onSuccess,
  });
}

export function useRemoveSpecialPrice() {
  const onSuccess = useRefreshPrices();
  return useMutation({
    mutationFn: (id: string) =>
      take(api.DELETE('/api/v1/admin/special-prices/{id}', { params: { path: { id }, header: {} } })),
    onSuccess,
  });
}
