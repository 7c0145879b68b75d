import type { Operation } from './operation.ts';
import type { OrderListView, OrderNote, Reordered } from './types/order-desk.ts';

type ById<P> = P & { path: { id: string } };
type Note = { path: { id: string; noteId: string } };

/** What staff write on orders, and buying again. */
export interface OrderDeskPaths {
  '/api/v1/orders/{id}/reorder': { post: Operation<ById<{ body: { cartId?: string }; ok: Reordered }>> };
  '/api/v1/admin/orders/tags': {
    post: Operation<{ body: { orderIds: string[]; add?: string[]; remove?: string[] }; ok: { changed: number } }>;
  };
  '/api/v1/admin/order-tags': { get: Operation<{ ok: { tags: string[] } }> };
  '/api/v1/admin/orders/{id}/notes': { post: Operation<ById<{ body: { text: string; pinned?: boolean }; ok: OrderNote }>> };
  '/api/v1/admin/orders/{id}/notes/{noteId}': {
    patch: Operation<Note & { body: { pinned: boolean } }>;
    delete: Operation<Note>;
  };
  '/api/v1/admin/orders/{id}/mails': { post: Operation<ById<{ body: { kind: string } }>> };
  '/api/v1/admin/order-views': {
    get: Operation<{ ok: { items: OrderListView[] } }>;
    post: Operation<{ body: { name: string; filter: string; shared?: boolean }; ok: OrderListView }>;
  };
  '/api/v1/admin/order-views/{id}': { delete: Operation<ById<object>> };
}
