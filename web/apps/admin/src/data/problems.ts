import { ApiProblem } from '@tradepost/api';
import { traceOf, wordsFor } from '@tradepost/ui';

// At this desk some refusals mean something else than in the shop, and the next step is another.
const deskWords: Record<string, string> = {
  'server.error': 'The shop made a mistake. Nothing was changed; try again, and pass on the trace id if it happens again.',
  'precondition.failed': 'Somebody else changed this in the meantime.',
  'auth.unauthenticated': 'You are signed out. Sign in again to go on.',
  'inventory.insufficient': 'There is not enough stock for this.',
  'orders.not_cancellable': 'This order can no longer be cancelled: something in it has been shipped.',
};

export interface Problem {
  message: string;
  code: string;
  traceId: string | null;
  fields: Record<string, string>;
}

/** Turns whatever was thrown into words, the faulty fields and the trace id. */
export function problemOf(error: unknown): Problem {
  const fields: Record<string, string> = {};
  if (!(error instanceof ApiProblem)) return { message: wordsFor(error), code: 'app.error', traceId: null, fields };
  for (const [name, complaints] of Object.entries(error.errors)) {
    if (complaints[0] !== undefined) fields[name] = complaints[0];
  }
  return { message: deskWords[error.code] ?? wordsFor(error), code: error.code, traceId: traceOf(error), fields };
}
