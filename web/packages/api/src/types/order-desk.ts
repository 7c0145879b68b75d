import type { Page } from './common.ts';
import type { OrderSummary } from './orders.ts';

/** An order in the list of staff. */
export interface StaffOrder extends OrderSummary {
  country?: string;
  tags?: string[];
  notes?: number;
}

/** Beyond 10,000 orders are not counted: `total` is 10,000 then, and `more` true. */
export interface StaffOrderPage extends Page<StaffOrder> {
  more?: boolean;
  next?: string | null;
}

export interface OrderNote {
  id: string;
  text: string;
  pinned: boolean;
  by: string;
  at: string;
}

export interface OrderListView {
  id: string;
  name: string;
  filter: string;
  shared: boolean;
  own: boolean;
  by: string;
}

export interface ReorderNotice {
  variantId: string;
  name: string;
  reason: 'gone' | 'fewer' | 'dearer' | 'cheaper';
  wanted: number;
  added: number;
  was: { minor: number; currency: string };
  now?: { minor: number; currency: string } | null;
}

export interface Reordered {
  cartId: string;
  units: number;
  notices: ReorderNotice[];
}

/** Who sells, for invoices. */
export interface LegalFacts {
  name?: string | null;
  address?: string | null;
  taxNumber?: string | null;
  registration?: string | null;
  contact?: string | null;
  terms?: string | null;
  footer?: string | null;
  invoicePrefix: string;
  creditNotePrefix: string;
  invoicesPerYear: boolean;
}

export interface OrderRules {
  numbering: 'fast' | 'gapless';
  cancelMinutes?: number | null;
}
