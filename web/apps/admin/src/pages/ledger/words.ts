import type { AccountKind, LedgerEntry } from '@tradepost/api';

export const kindWords: Record<AccountKind, string> = {
  asset: 'Held',
  liability: 'Owed',
  income: 'Income',
  expense: 'Cost',
};

export const postingWords: Record<LedgerEntry['kind'], string> = {
  capture: 'Payment',
  refund: 'Refund',
  fee: 'Provider’s fee',
};

/** The first instant after a day, where the reader is. */
export function endOf(day: string): string {
  const end = new Date(`${day}T00:00:00`);
  end.setDate(end.getDate() + 1);
  return end.toISOString();
}
