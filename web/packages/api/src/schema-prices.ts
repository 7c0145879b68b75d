import type { Operation } from './operation.ts';
import type { Page } from './types/common.ts';
import type {
  AdminPrices, OtherPrice, PricePlan, PricePlanInput, PricePoint, ProductPrices, ShopFacts, SpecialPrice, SpecialPriceInput,
} from './types/prices.ts';

type ById<P> = P & { path: { id: string } };
interface Paging { page?: number; pageSize?: number }
type Versioned = { header: { 'If-Match'?: string } };

export interface PricePaths {
  '/api/v1/products/{id}/prices': { get: Operation<ById<{ query: { currency?: string }; ok: ProductPrices }>> };
  '/api/v1/admin/variants/{id}/price-history': {
    get: Operation<ById<{ query: Paging & { currency?: string }; ok: Page<PricePoint> }>>;
  };
  '/api/v1/admin/products/{id}/prices': { get: Operation<ById<{ ok: AdminPrices }>> };
  '/api/v1/admin/products/{id}/currency-prices': {
    put: Operation<ById<{ body: { prices: (OtherPrice & { variantId: string })[] }; ok: AdminPrices } & Versioned>>;
  };
  '/api/v1/admin/price-plans': {
    get: Operation<{ query: Paging & { variantId?: string; productId?: string; state?: string }; ok: Page<PricePlan> }>;
    post: Operation<{ body: PricePlanInput; ok: { plans: PricePlan[] } }>;
  };
  '/api/v1/admin/price-plans/{id}/cancellation': { post: Operation<ById<{ ok: PricePlan }>> };
  '/api/v1/admin/special-prices': {
    get: Operation<{ query: Paging & { variantId?: string[]; customerGroup?: string }; ok: Page<SpecialPrice> }>;
    put: Operation<{ body: { prices: SpecialPriceInput[] }; ok: { prices: SpecialPrice[] } }>;
  };
  '/api/v1/admin/special-prices/{id}': {
    patch: Operation<ById<{ body: Partial<SpecialPriceInput>; ok: SpecialPrice } & Versioned>>;
    delete: Operation<ById<Versioned>>;
  };
  '/api/v1/admin/settings': {
    get: Operation<{ ok: ShopFacts }>;
    put: Operation<{ body: ShopFacts; ok: ShopFacts } & Versioned>;
  };
}
