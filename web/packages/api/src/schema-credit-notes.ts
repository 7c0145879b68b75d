import type { Operation } from './operation.ts';
import type { CreditNote } from './types/credit-notes.ts';

/** Credit notes of an order, for whoever may see it. */
export interface CreditNotePaths {
  '/api/v1/orders/{id}/credit-notes': { get: Operation<{ path: { id: string }; ok: { items: CreditNote[] } }> };
}
