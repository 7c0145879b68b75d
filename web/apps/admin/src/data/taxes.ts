import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take, type TaxClass, type TaxExemption, type TaxExemptionInput, type TaxPresetChoice } from '@tradepost/api';
import { compact } from './query.ts';

export interface TaxRateQuery {
  country?: string | undefined;
  page?: number | undefined;
  pageSize?: number | undefined;
}

export const taxRateList = (query: TaxRateQuery) =>
  queryOptions({
    queryKey: ['tax-rates', compact(query)],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/tax-rates', { params: { query: compact(query) }, signal })),
    placeholderData: keepPreviousData,
  });

/** The classes to choose from. A shop has a handful; a hundred are shown. */
export const taxClassList = () =>
  queryOptions({
    queryKey: ['tax-classes'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/tax-classes', { params: { query: { pageSize: 100 } }, signal })),
  });

export const taxExemptionList = (query: { email?: string | undefined; page?: number; pageSize?: number }) =>
  queryOptions({
    queryKey: ['tax-exemptions', compact(query)],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/tax-exemptions', { params: { query: compact(query) }, signal })),
    placeholderData: keepPreviousData,
  });

export const taxPresetList = () =>
  queryOptions({
    queryKey: ['tax-presets'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/admin/tax-presets', { params: { query: { pageSize: 100 } }, signal })),
    staleTime: Infinity,
  });

/** What taking a table over would change. */
export const taxPresetPreview = (id: string, choice: TaxPresetChoice) =>
  queryOptions({
    queryKey: ['tax-rates', 'preview', id, choice],
    queryFn: ({ signal }) =>
      take(api.POST('/api/v1/admin/tax-presets/{id}', { params: { path: { id }, query: { dryRun: true } }, body: choice, signal })),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

/** Rates name classes and classes count their rates, so both are read anew. */
function useFresh(...keys: string[]) {
  const client = useQueryClient();
  return () => Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })));
}

export function useApplyTaxPreset() {
  const onSuccess = useFresh('tax-rates', 'tax-classes');
  return useMutation({
    mutationFn: ({ id, choice }: { id: string; choice: TaxPresetChoice }) =>
      take(api.POST('/api/v1/admin/tax-presets/{id}', { params: { path: { id }, query: {} }, body: choice })),
    onSuccess,
  });
}

export function useSaveTaxClass(isNew: boolean) {
  const onSuccess = useFresh('tax-classes');
  return useMutation({
    mutationFn: ({ code, name }: Pick<TaxClass, 'code' | 'name'>) =>
      isNew
        ? take(api.POST('/api/v1/admin/tax-classes', { body: { code, name } }))
        : take(api.PATCH('/api/v1/admin/tax-classes/{code}', { params: { path: { code } }, body: { name } })),
    onSuccess,
  });
}

export function useRemoveTaxClass() {
  const onSuccess = useFresh('tax-classes');
  return useMutation({
    mutationFn: (code: string) => take(api.DELETE('/api/v1/admin/tax-classes/{code}', { params: { path: { code } } })),
    onSuccess,
  });
}

export function useSaveTaxExemption() {
  const onSuccess = useFresh('tax-exemptions');
  return useMutation({
    mutationFn: ({ id, ...body }: TaxExemptionInput & { id?: TaxExemption['id'] | undefined }) =>
      id === undefined
        ? take(api.POST('/api/v1/admin/tax-exemptions', { body }))
        : take(api.PATCH('/api/v1/admin/tax-exemptions/{id}', { params: { path: { id } }, body })),
    onSuccess,
  });
}

export function useRemoveTaxExemption() {
  const onSuccess = useFresh('tax-exemptions');
  return useMutation({
    mutationFn: (id: string) => take(api.DELETE('/api/v1/admin/tax-exemptions/{id}', { params: { path: { id } } })),
    onSuccess,
  });
}
