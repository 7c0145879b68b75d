import type { Operation } from './operation.ts';
import type { Page } from './types/common.ts';
import type { TaxClass, TaxExemption, TaxExemptionInput, TaxPreset, TaxPresetChoice, TaxPresetResult } from './types/taxes.ts';

type ById<P> = P & { path: { id: string } };
type ByCode<P> = P & { path: { code: string } };
interface Paging { page?: number; pageSize?: number }

export interface TaxPaths {
  '/api/v1/admin/tax-classes': {
    get: Operation<{ query: Paging; ok: Page<TaxClass> }>;
    post: Operation<{ body: Pick<TaxClass, 'code' | 'name'>; ok: TaxClass }>;
  };
  '/api/v1/admin/tax-classes/{code}': {
    patch: Operation<ByCode<{ body: Pick<TaxClass, 'name'>; ok: TaxClass }>>;
    delete: Operation<ByCode<object>>;
  };
  '/api/v1/admin/tax-exemptions': {
    get: Operation<{ query: Paging & { email?: string }; ok: Page<TaxExemption> }>;
    post: Operation<{ body: TaxExemptionInput; ok: TaxExemption }>;
  };
  '/api/v1/admin/tax-exemptions/{id}': {
    patch: Operation<ById<{ body: Partial<TaxExemptionInput>; ok: TaxExemption }>>;
    delete: Operation<ById<object>>;
  };
  '/api/v1/admin/tax-presets': { get: Operation<{ query: Paging; ok: Page<TaxPreset> }> };
  '/api/v1/admin/tax-presets/{id}': {
    post: Operation<ById<{ query: { dryRun?: boolean }; body: TaxPresetChoice; ok: TaxPresetResult }>>;
  };
}
