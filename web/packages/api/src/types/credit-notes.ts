import type { Money } from './common.ts';

/** The paper about money that went back. */
export interface CreditNote {
  id: string;
  number: string;
  issuedAt: string;
  total: Money;
  tax: Money;
}
