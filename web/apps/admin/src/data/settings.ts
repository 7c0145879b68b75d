import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api, take, type Page, type ShippingMethod, type TaxRate } from '@tradepost/api';

/** Reads a list to its end. Settings are short: a page or two of a hundred. */
async function every<T>(read: (page: number) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  for (let page = 1; ; page++) {
    const { items, total } = await read(page);
    all.push(...items);
    if (items.length === 0 || all.length >= total) return all;
  }
}

const one = (id: string) => ({ params: { path: { id } } });

export const shopSettings = () =>
  queryOptions({
    queryKey: ['settings'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/settings', { signal })),
    staleTime: 5 * 60_000,
  });

export const shippingMethods = () =>
  queryOptions({
    queryKey: ['shipping-methods'],
    queryFn: ({ signal }) => every((page) => take(api.GET('/api/v1/admin/shipping-methods',
      { params: { query: { page, pageSize: 100 } }, signal }))),
  });

type Draft<T extends { id: string }> = Omit<T, 'id'> & { id?: string | undefined };

/** A tax class counts the rates that name it. */
const taxesChanged = (client: QueryClient) =>
  Promise.all(['tax-rates', 'tax-classes'].map((key) => client.invalidateQueries({ queryKey: [key] })));

export function useSaveTaxRate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: Draft<TaxRate>) =>
      id === undefined
        ? take(api.POST('/api/v1/admin/tax-rates', { body }))
        : take(api.PATCH('/api/v1/admin/tax-rates/{id}', { ...one(id), body })),
    onSuccess: () => taxesChanged(client),
  });
}

export function useRemoveTaxRate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => take(api.DELETE('/api/v1/admin/tax-rates/{id}', one(id))),
    onSuccess: () => taxesChanged(client),
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
