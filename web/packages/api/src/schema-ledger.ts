import type { Operation } from './operation.ts';
import type { Page } from './types/common.ts';
import type { ClosedDay, DailyClose, LedgerEntries, RefundOfOrder, TrialBalance } from './types/ledger.ts';

type ById<P> = P & { path: { id: string } };
type EntriesQuery = { query: { account?: string; currency?: string; from?: string; to?: string; after?: string } };

export interface LedgerPaths {
  '/api/v1/admin/refunds/{id}/retry': { post: Operation<ById<{ ok: RefundOfOrder }>> };
  '/api/v1/admin/ledger/trial-balance': { get: Operation<{ query: { at?: string }; ok: TrialBalance }> };
  '/api/v1/admin/ledger/entries': { get: Operation<EntriesQuery & { ok: LedgerEntries }> };
  '/api/v1/admin/ledger/closes': { get: Operation<{ query: { page?: number; pageSize?: number }; ok: Page<DailyClose> }> };
  '/api/v1/admin/ledger/closes/{day}': { get: Operation<{ path: { day: string }; ok: ClosedDay }> };
  '/api/v1/admin/ledger/closes/{day}/csv': { get: Operation<{ path: { day: string }; ok: string }> };
}
