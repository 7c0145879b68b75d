import type { Operation } from './operation.ts';
import type { Page } from './types/common.ts';
import type {
  CustomerGroup, GroupMember, Offers, Promotion, PromotionCode, PromotionInput, PromotionUsage, PromotionUse, QuoteBody, Simulation,
  WhatIf,
} from './types/promotions.ts';

type ById<P> = P & { path: { id: string } };
interface Paging { page?: number; pageSize?: number }

/** from and to are instants here: what runs at some moment between them. */
interface PromotionQuery extends Paging {
  state?: string;
  q?: string;
  hasCode?: boolean;
  from?: string;
  to?: string;
}

export interface PromotionPaths {
  '/api/v1/products/{idOrSlug}/offers': { get: Operation<{ path: { idOrSlug: string }; ok: Offers }> };
  '/api/v1/admin/promotions': {
    get: Operation<{ query: PromotionQuery; ok: Page<Promotion> }>;
    post: Operation<{ body: PromotionInput; ok: Promotion }>;
  };
  '/api/v1/admin/promotions/{id}': {
    get: Operation<ById<{ ok: Promotion }>>;
    patch: Operation<ById<{ header: { 'If-Match'?: string }; body: Partial<PromotionInput>; ok: Promotion }>>;
    delete: Operation<ById<object>>;
  };
  '/api/v1/admin/promotions/{id}/restoration': { post: Operation<ById<{ ok: Promotion }>> };
  '/api/v1/admin/promotions/{id}/usage': { get: Operation<ById<{ query: { from?: string; to?: string }; ok: PromotionUsage }>> };
  '/api/v1/admin/promotions/{id}/uses': { get: Operation<ById<{ query: Paging; ok: Page<PromotionUse> }>> };
  '/api/v1/admin/promotions/{id}/codes': {
    get: Operation<ById<{ query: Paging & { q?: string; used?: boolean }; ok: Page<PromotionCode> }>>;
    post: Operation<ById<{ body: { count: number; prefix?: string; length?: number; usageLimit?: number }; ok: { count: number } }>>;
  };
  '/api/v1/admin/promotions/{id}/codes/export': { get: Operation<ById<{ ok: string }>> };
  '/api/v1/admin/promotions/{id}/codes/unused': { delete: Operation<ById<{ ok: { count: number } }>> };
  '/api/v1/admin/promotions/{id}/codes/{codeId}': { delete: Operation<{ path: { id: string; codeId: string } }> };
  '/api/v1/admin/pricing/quote': { post: Operation<{ body: QuoteBody; ok: WhatIf }> };
  '/api/v1/admin/promotions/simulation': {
    post: Operation<{ body: { promotion: PromotionInput | null; from: string; to: string }; ok: Simulation }>;
  };
  '/api/v1/admin/customer-groups': {
    get: Operation<{ query: Paging; ok: Page<CustomerGroup> }>;
    post: Operation<{ body: { code: string; name: string }; ok: CustomerGroup }>;
  };
  '/api/v1/admin/customer-groups/{id}': {
    get: Operation<ById<{ ok: CustomerGroup }>>;
    patch: Operation<ById<{ body: { code?: string; name?: string }; ok: CustomerGroup }>>;
    delete: Operation<ById<object>>;
  };
  '/api/v1/admin/customer-groups/{id}/members': {
    get: Operation<ById<{ query: Paging; ok: Page<GroupMember> }>>;
    post: Operation<ById<{ body: { email: string }; ok: GroupMember }>>;
  };
  '/api/v1/admin/customer-groups/{id}/members/{userId}': { delete: Operation<{ path: { id: string; userId: string } }> };
}
