import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take, type Page, type ShippingMethod, type TaxRate } from '@tradepost/api';

/** Short lists may come whole or as a page; both read the same. */
export function itemsOf<T>(answer: T[] | Page<T>): T[] {
  return Array.isArray(answer) ? answer : answer.items;
}

const one = (id: string) => ({ params: { path: { id } } });

export const shopSettings = () =>
  queryOptions({
    queryKey: ['settings'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/settings', { signal })),
    staleTime: 5 * 60_000,
  });

export const taxRates = () =>
  queryOptions({
    queryKey: ['tax-rates'],
    queryFn: async ({ signal }) => itemsOf(await take(api.GET('/api/v1/admin/tax-rates', { signal }))),
  });

export const shippingMethods = () =>
  queryOptions({
    queryKey: ['shipping-methods'],
    queryFn: async ({ signal }) => itemsOf(await take(api.GET('/api/v1/admin/shipping-methods', { signal }))),
  });

type Draft<T extends { id: string }> = Omit<T, 'id'> & { id?: string | undefined };

export function useSaveTaxRate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: Draft<TaxRate>) =>
      id === undefined
        ? take(api.POST('/api/v1/admin/tax-rates', { body }))
        : take(api.PATCH('/api/v1/admin/tax-rates/{id}', { ...one(id), body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tax-rates'] }),
  });
}

export function useRemoveTaxRate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => take(api.DELETE('/api/v1/admin/tax-rates/{id}', one(id))),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tax-rates'] }),
  });
}

export function useSaveShippingMethod() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: Draft<ShippingMethod>) =>
      id === undefined
        ? take(api.POST('/api/v1/admin/shipping-methods', { body }))
        : take(api.PATCH('/api/v1/admin/shipping-methods/{id}', { ...one(id), body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['shipping-methods'] }),
  });
}

export function useRemoveShippingMethod() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => take(api.DELETE('/api/v1/admin/shipping-methods/{id}', one(id))),
    onSuccess: () => client.invalidateQueries({ queryKey: ['shipping-methods'] }),
  });
}
