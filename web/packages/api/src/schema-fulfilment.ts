import type { Operation } from './operation.ts';
import type { Page } from './types/common.ts';
import type { BatchItem, CourierList, ShippingQuotes, ShippingReport, StaffShipment } from './types/fulfilment.ts';

type ById<P> = P & { path: { id: string } };

export interface FulfilmentPaths {
  '/api/v1/admin/shipments': {
    get: Operation<{ query: { status?: string; courier?: string; page?: number; pageSize?: number }; ok: Page<StaffShipment> }>;
  };
  '/api/v1/admin/shipments/report': { get: Operation<{ ok: ShippingReport }> };
  '/api/v1/admin/shipments/batch': {
    post: Operation<{ body: { orderIds: string[]; carrier: string; service?: string }; ok: { items: BatchItem[] } }>;
  };
  '/api/v1/admin/shipments/{id}/handover': { post: Operation<ById<{ ok: StaffShipment }>> };
  '/api/v1/admin/shipments/{id}/void': { post: Operation<ById<{ ok: StaffShipment }>> };
  '/api/v1/admin/shipments/{id}/events': {
    post: Operation<ById<{ body: { status: string; description: string; place?: string }; ok: StaffShipment }>>;
  };
  '/api/v1/admin/orders/{id}/shipping-rates': { post: Operation<ById<{ body: { weightGrams?: number }; ok: ShippingQuotes }>> };
  '/api/v1/admin/couriers': { get: Operation<{ ok: CourierList }> };
}
