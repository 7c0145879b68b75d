import type { Operation } from './operation.ts';
import type {
  DeliveryCalendar, DeliveryEstimate, DeliveryPlace, ShippingMethodDetail, ShippingZone, TableQuery, TableResult,
} from './types/shipping.ts';

type ById<P> = P & { path: { id: string } };
interface Tagged { header: { 'If-Match'?: string } }

export interface ShippingPaths {
  '/api/v1/products/{id}/delivery-estimate': { get: Operation<ById<{ query: DeliveryPlace; ok: DeliveryEstimate }>> };
}

export interface AdminShippingPaths {
  '/api/v1/admin/shipping-methods/{id}/zones': {
    put: Operation<ById<Tagged & { body: { zones: ShippingZone[] }; ok: ShippingMethodDetail }>>;
    post: Operation<ById<Tagged & { query: TableQuery; body: string; ok: TableResult }>>;
  };
  '/api/v1/admin/shipping-methods/{id}/rates': {
    post: Operation<ById<Tagged & { query: TableQuery; body: string; ok: TableResult }>>;
  };
  '/api/v1/admin/delivery-calendar': {
    get: Operation<{ ok: DeliveryCalendar }>;
    put: Operation<Tagged & { body: DeliveryCalendar; ok: DeliveryCalendar }>;
  };
}
