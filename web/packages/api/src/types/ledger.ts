import type { Money } from './common.ts';

export type AccountKind = 'asset' | 'liability' | 'income' | 'expense';

export interface BalanceOfAccount {
  code: string;
  name: string;
  kind: AccountKind;
  debit?: Money | null;
  credit?: Money | null;
  entries: number;
}

export interface BalanceSheet {
  currency: string;
  debit: Money;
  credit: Money;
  accounts: BalanceOfAccount[];
}

export interface TrialBalance {
  at: string;
  sheets: BalanceSheet[];
}

export interface LedgerEntry {
  id: string;
  at: string;
  kind: 'capture' | 'refund' | 'fee';
  account: string;
  amount: Money;
  orderId: string;
  orderNumber: string;
  posting: string;
}

export interface LedgerEntries {
  items: LedgerEntry[];
  next?: string | null;
}

export interface DailyClose {
  day: string;
  currency: string;
  postings: number;
  received: Money;
  givenBack: Money;
  seal: string;
  closedAt: string;
}

export interface ClosedAccount {
  code: string;
  name: string;
  kind: AccountKind;
  opening: Money;
  gained: Money;
  given: Money;
  closing: Money;
}

export interface ClosedDay {
  day: string;
  sheets: { close: DailyClose; before: string; accounts: ClosedAccount[] }[];
}

export interface RefundOfOrder {
  id: string;
  amount: Money;
  status: 'pending' | 'succeeded' | 'failed';
  reason: string;
  by: string;
  provider: string;
  error?: string | null;
  tries: number;
  at: string;
  parts: { kind: 'line' | 'shipping'; lineId?: string | null; quantity?: number | null; minor: number }[];
}
