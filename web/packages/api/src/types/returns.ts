import type { Address, Money } from './common.ts';
import type { TimelineEntry } from './orders.ts';

export type ReturnReason =
  | 'damaged'
  | 'wrongItem'
  | 'notAsDescribed'
  | 'tooBig'
  | 'tooSmall'
  | 'changedMind'
  | 'other'
  | 'withdrawal';

export type ReturnStatus =
  | 'requested'
  | 'approved'
  | 'refused'
  | 'inTransit'
  | 'received'
  | 'inspected'
  | 'closed'
  | 'cancelled';

export type ReturnCondition = 'asNew' | 'opened' | 'used' | 'damaged' | 'unusable';

export type RefundDecision = 'full' | 'part' | 'none';

/** A return as its order shows it. */
export interface ReturnOfOrder {
  id: string;
  number: string;
  kind: 'return' | 'withdrawal';
  status: ReturnStatus;
  requestedAt: string;
  refund?: Money | null;
  lines: { lineId: string; name: string; quantity: number; reason: ReturnReason }[];
}

export interface ReturnOptions {
  lines: { lineId: string; name: string; imageUrl?: string | null; quantity: number; returnable: number; withdrawable: number }[];
  open: boolean;
  closedBecause?: string | null;
  until?: string | null;
  days: number;
  reasons: { reason: ReturnReason; shopPays: boolean; feePercent: number }[];
  conditions?: string | null;
  withdrawal?: { open: boolean; until?: string | null; days: number } | null;
}

export interface ReturnWish {
  lines: { lineId: string; quantity: number; reason: ReturnReason }[];
  comment?: string;
}

export interface ReturnQuote {
  lines: { lineId: string; quantity: number; worth: Money; feePercent: number }[];
  worth: Money;
  fee: Money;
  refund: Money;
  shopPays: boolean;
}

export interface ReturnLine {
  id: string;
  lineId: string;
  productId: string;
  sku: string;
  name: string;
  imageUrl?: string | null;
  quantity: number;
  reason: ReturnReason;
  worth: Money;
  feePercent: number;
  inspections: { quantity: number; condition: ReturnCondition; restock: boolean }[];
}

export interface Return {
  id: string;
  number: string;
  orderId: string;
  orderNumber: string;
  customerName: string;
  kind: 'return' | 'withdrawal';
  status: ReturnStatus;
  requestedAt: string;
  comment?: string | null;
  statement?: string | null;
  refuseReason?: string | null;
  shopPays: boolean;
  hasLabel: boolean;
  sendTo?: Address | null;
  sent?: { carrier?: string | null; trackingNumber?: string | null } | null;
  lines: ReturnLine[];
  expected: { worth: Money; fee: Money; shipping: Money; refund: Money };
  decided?: { decision: RefundDecision; refund: Money; note?: string | null } | null;
  photos: string[];
  timeline: TimelineEntry[];
  allowedActions: string[];
}

export interface ReturnListItem {
  id: string;
  number: string;
  orderId: string;
  orderNumber: string;
  customerName: string;
  kind: 'return' | 'withdrawal';
  status: ReturnStatus;
  requestedAt: string;
  units: number;
  names: string[];
  refund?: Money | null;
}

export interface ReturnReceipt {
  lines?: { lineId: string; quantity: number; condition: ReturnCondition; restock: boolean }[];
  refund?: RefundDecision;
  amount?: Money;
  note?: string;
}

export interface ReceiptQuote {
  worth: Money;
  fee: Money;
  shipping: Money;
  refund: Money;
}
