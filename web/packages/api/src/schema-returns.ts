import type { Operation } from './operation.ts';
import type { Page } from './types/common.ts';
import type {
  ReceiptQuote,
  Return,
  ReturnListItem,
  ReturnOptions,
  ReturnQuote,
  ReturnReceipt,
  ReturnWish,
} from './types/returns.ts';

type ById<P> = P & { path: { id: string } };
type Paged = { query: { page?: number; pageSize?: number } };
type Listed = { query: { page?: number; pageSize?: number; status?: string; q?: string; orderId?: string } };

export interface ReturnPaths {
  '/api/v1/orders/{id}/returns/options': { get: Operation<ById<{ ok: ReturnOptions }>> };
  '/api/v1/orders/{id}/returns/quote': { post: Operation<ById<{ body: ReturnWish; ok: ReturnQuote }>> };
  '/api/v1/orders/{id}/returns': { post: Operation<ById<{ body: ReturnWish; ok: Return }>> };
  '/api/v1/orders/{id}/withdrawal': { post: Operation<ById<{ body: { name?: string }; ok: Return }>> };
  '/api/v1/returns/{id}': { get: Operation<ById<{ ok: Return }>> };
  '/api/v1/returns/{id}/cancellation': { post: Operation<ById<{ ok: Return }>> };
  '/api/v1/returns/{id}/dispatch': {
    post: Operation<ById<{ body: { carrier?: string; trackingNumber?: string }; ok: Return }>>;
  };
  '/api/v1/me/returns': { get: Operation<Paged & { ok: Page<ReturnListItem> }> };
  '/api/v1/admin/returns': { get: Operation<Listed & { ok: Page<ReturnListItem> }> };
  '/api/v1/admin/returns/{id}': { get: Operation<ById<{ ok: Return }>> };
  '/api/v1/admin/returns/{id}/approval': { post: Operation<ById<{ body: { note?: string }; ok: Return }>> };
  '/api/v1/admin/returns/{id}/refusal': { post: Operation<ById<{ body: { reason: string }; ok: Return }>> };
  '/api/v1/admin/returns/{id}/receipt': { post: Operation<ById<{ body: ReturnReceipt; ok: Return }>> };
  '/api/v1/admin/returns/{id}/receipt/quote': {
    post: Operation<ById<{ body: { lines: { lineId: string; quantity: number }[] }; ok: ReceiptQuote }>>;
  };
}
