import type { Money } from './common.ts';

/** An order's payment as staff see it. */
export interface StaffPayment {
  id: string;
  status: string;
  amount: Money;
  /** Held now, to be taken or let go. */
  authorized: Money;
  captured: Money;
  refunded: Money;
  fee?: Money | null;
  attempts: PaymentAttempt[];
  alarms: PaymentAlarm[];
  /** capture, void */
  actions: string[];
  /** What the provider is being asked for and has not answered yet. */
  underWay?: string | null;
}

export interface PaymentAttempt {
  id: string;
  provider: string;
  method: string;
  status: string;
  amount: Money;
  captured: Money;
  reference?: string | null;
  declineReason?: string | null;
  last4?: string | null;
  fee?: Money | null;
  at: string;
}

export interface PaymentAlarm {
  kind: string;
  said: string;
  at: string;
}

export interface CaptureHeld {
  /** All that is held when left out. */
  amount?: Money;
}
