import type { Operation } from './operation.ts';
import type { OrderPayment } from './types/orders.ts';
import type { CaptureHeld, StaffPayment } from './types/payments.ts';

type ById<P> = P & { path: { id: string } };
interface Keyed { header: { 'Idempotency-Key'?: string } }

export interface PaymentPaths {
  '/api/v1/payments/{id}/confirmation': {
    post: Operation<ById<{ body: { proof?: Record<string, string> }; ok: OrderPayment }>>;
  };
}

export interface AdminPaymentPaths {
  '/api/v1/admin/orders/{id}/payment': { get: Operation<ById<{ ok: StaffPayment }>> };
  '/api/v1/admin/orders/{id}/capture': { post: Operation<ById<Keyed & { body: CaptureHeld; ok: StaffPayment }>> };
  '/api/v1/admin/orders/{id}/void': { post: Operation<ById<Keyed & { ok: StaffPayment }>> };
}
