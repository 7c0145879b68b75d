import type { Operation } from './operation.ts';
import type { FulfilmentPaths } from './schema-fulfilment.ts';
import type { StaffShipment } from './types/fulfilment.ts';
import type {
  AdminCategory, AdminProduct, AdminProductItem, DeadLetter, Mail, MailDetail, NewProduct, OrdersSummary, ProductInput, ShipmentInput,
  ShippingMethod, StockAdjustment, StockLevel, StockMovement, TaxRate,
} from './types/admin.ts';
import type { AdminPaymentPaths } from './schema-payments.ts';
import type { AdminShippingPaths } from './schema-shipping.ts';
import type { TaxPaths } from './schema-taxes.ts';
import type { Page } from './types/common.ts';
import type { ShippingMethodDetail } from './types/shipping.ts';
import type { RefundOfOrder } from './types/ledger.ts';
import type { StaffOrderPage } from './types/order-desk.ts';
import type { Order, OrderProof, Refunded, RefundInput } from './types/orders.ts';

type ById<P> = P & { path: { id: string } };
interface Paging { page?: number; pageSize?: number }

/** from and to are days (2026-11-21, UTC), both included. */
interface AdminOrderQuery extends Paging {
  status?: string;
  paymentStatus?: string;
  q?: string;
  sort?: string;
  from?: string;
  to?: string;
  country?: string;
  tag?: string;
  product?: string;
  minTotal?: string;
  maxTotal?: string;
  after?: string;
}

interface AdminOrderPaths {
  '/api/v1/admin/orders': {
    get: Operation<{ query: AdminOrderQuery; ok: StaffOrderPage }>;
  };
  '/api/v1/admin/orders/summary': { get: Operation<{ ok: OrdersSummary }> };
  '/api/v1/admin/orders/{id}': { get: Operation<ById<{ ok: Order }>> };
  '/api/v1/admin/orders/{id}/pricing': { get: Operation<ById<{ ok: OrderProof }>> };
  '/api/v1/admin/orders/{id}/refunds': {
    get: Operation<{ path: { id: string }; ok: { items: RefundOfOrder[] } }>;
    post: Operation<ById<{ header: { 'Idempotency-Key': string }; body: RefundInput; ok: Refunded }>>;
  };
  '/api/v1/admin/orders/{id}/shipments': {
    get: Operation<ById<{ ok: StaffShipment[] }>>;
    post: Operation<ById<{ body: ShipmentInput; ok: StaffShipment }>>;
  };
  '/api/v1/admin/shipments/{id}/delivery': { post: Operation<ById<{ ok: StaffShipment }>> };
}

interface AdminCataloguePaths {
  '/api/v1/admin/products': {
    get: Operation<{ query: Paging & { q?: string; state?: string; sort?: string }; ok: Page<AdminProductItem> }>;
    post: Operation<{ body: NewProduct; ok: AdminProduct }>;
  };
  '/api/v1/admin/products/{id}': {
    get: Operation<ById<{ ok: AdminProduct }>>;
    patch: Operation<ById<{ header: { 'If-Match'?: string }; body: ProductInput; ok: AdminProduct }>>;
    delete: Operation<ById<object>>;
  };
  '/api/v1/admin/products/{id}/restoration': { post: Operation<ById<{ ok: AdminProduct }>> };
  '/api/v1/admin/categories': {
    get: Operation<{ ok: AdminCategory[] }>;
    post: Operation<{ body: Partial<AdminCategory> & { name: string }; ok: AdminCategory }>;
  };
  '/api/v1/admin/categories/{id}': {
    patch: Operation<ById<{ body: Partial<AdminCategory>; ok: AdminCategory }>>;
    delete: Operation<ById<object>>;
  };
}

interface AdminStockPaths {
  '/api/v1/admin/inventory/levels': { get: Operation<{ query: Paging & { q?: string; maxAvailable?: number }; ok: Page<StockLevel> }> };
  '/api/v1/admin/inventory/adjustments': {
    post: Operation<{ body: StockAdjustment; ok: Pick<StockLevel, 'variantId' | 'locationId' | 'onHand' | 'reserved' | 'available'> }>;
  };
  '/api/v1/admin/inventory/movements': { get: Operation<{ query: Paging & { variantId?: string }; ok: Page<StockMovement> }> };
  '/api/v1/admin/locations': { get: Operation<{ ok: Page<{ id: string; name: string }> }> };
}

interface AdminServicePaths {
  '/api/v1/admin/mails': { get: Operation<{ query: Paging & { q?: string; status?: string }; ok: Page<Mail> }> };
  '/api/v1/admin/mails/{id}': { get: Operation<ById<{ ok: MailDetail }>> };
  '/api/v1/admin/mails/{id}/retry': { post: Operation<ById<object>> };
  '/api/v1/admin/dead-letters': { get: Operation<{ query: Paging; ok: Page<DeadLetter> }> };
  '/api/v1/admin/dead-letters/{id}/retry': { post: Operation<ById<object>> };
  '/api/v1/admin/dead-letters/{id}': { delete: Operation<ById<object>> };
  '/api/v1/admin/tax-rates': {
    get: Operation<{ query: Paging & { country?: string; taxClass?: string }; ok: Page<TaxRate> }>;
    post: Operation<{ body: Omit<TaxRate, 'id'>; ok: TaxRate }>;
  };
  '/api/v1/admin/tax-rates/{id}': {
    patch: Operation<ById<{ body: Partial<TaxRate>; ok: TaxRate }>>;
    delete: Operation<ById<object>>;
  };
  '/api/v1/admin/shipping-methods': {
    get: Operation<{ query: Paging; ok: Page<ShippingMethod> }>;
    post: Operation<{ body: Omit<ShippingMethod, 'id'>; ok: ShippingMethod }>;
  };
  '/api/v1/admin/shipping-methods/{id}': {
    get: Operation<ById<{ ok: ShippingMethodDetail }>>;
    patch: Operation<ById<{ header: { 'If-Match'?: string }; body: Partial<ShippingMethod>; ok: ShippingMethod }>>;
    delete: Operation<ById<object>>;
  };
}

export interface AdminPaths
  extends AdminOrderPaths, AdminCataloguePaths, AdminStockPaths, AdminServicePaths, AdminPaymentPaths, AdminShippingPaths,
    TaxPaths, FulfilmentPaths {}
