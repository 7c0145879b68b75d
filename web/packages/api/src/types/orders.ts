import type { ReturnOfOrder } from './returns.ts';
import type { Address, Money } from './common.ts';
import type { OrderNote } from './order-desk.ts';
import type { Totals, TraceStep } from './cart.ts';

export type OrderStatus = 'pendingPayment' | 'processing' | 'shipped' | 'delivered' | 'cancelled';

export interface PaymentMethod {
  id: string;
  provider: string;
  name: string;
  /** What the browser needs to know of the provider, like its public key. */
  settings?: Record<string, string> | null;
}

export interface NextAction {
  type: string;
  url?: string | null;
  provider?: string | null;
  clientSecret?: string | null;
}

export interface OrderPayment {
  id?: string | null;
  provider?: string | null;
  method?: string | null;
  status: string;
  amount?: Money | null;
  refunded?: Money | null;
  reference?: string | null;
  declineReason?: string | null;
  nextAction?: NextAction | null;
}

export interface OrderLine {
  id: string;
  productId: string;
  variantId: string;
  sku: string;
  name: string;
  slug?: string | null;
  options?: Record<string, string> | null;
  imageUrl?: string | null;
  unitPrice: Money;
  quantity: number;
  lineTotal: Money;
  discount?: Money | null;
  tax?: Money | null;
  shipped?: number;
  refunded?: number;
}

export interface Shipment {
  id: string;
  carrier: string;
  service?: string | null;
  trackingNumber?: string | null;
  status: string;
  events?: { at: string; status: string; description: string; place?: string | null }[];
  lines?: { lineId: string; quantity: number }[];
  shippedAt?: string | null;
  deliveredAt?: string | null;
  /** The day the customer was told it would be there by. */
  dueOn?: string | null;
  trackingUrl?: string | null;
  problem?: string | null;
}

export interface TimelineEntry {
  at: string;
  event: string;
  by?: string | null;
  note?: string | null;
}

export interface Order {
  id: string;
  number: string;
  status: string;
  placedAt: string;
  email: string;
  name?: string | null;
  currency?: string;
  /** While it waits for payment: when its stock is given up. */
  reservedUntil?: string | null;
  lines: OrderLine[];
  totals: Totals;
  trace: TraceStep[];
  shippingAddress: Address;
  billingAddress?: Address | null;
  shippingOption?: { id: string; name: string } | null;
  payment?: OrderPayment | null;
  shipments: Shipment[];
  returns?: ReturnOfOrder[];
  timeline: TimelineEntry[];
  customerName?: string | null;
  allowedActions?: string[];
  /** Its invoice, once there is one. */
  invoice?: { number: string; issuedAt: string } | null;
  /** Whether its customer may call it off now, and until when. */
  mayCancel?: boolean;
  mayCancelUntil?: string | null;
  /** For staff. */
  customerId?: string | null;
  tags?: string[];
  notes?: OrderNote[];
  mails?: string[];
}

export interface PlaceOrder {
  cartId: string;
  email: string;
  name: string;
  shippingAddress: Address;
  billingAddress?: Address;
  shippingOptionId: string;
  paymentMethod: string;
  returnUrl?: string;
  /** The version of the cart on the screen: another one is shown first. */
  cartVersion?: number;
}

export interface PlacedOrder {
  id: string;
  number: string;
  accessToken?: string | null;
  status: string;
  totals: Totals;
  payment: OrderPayment;
}

export interface StartPayment {
  orderId: string;
  method: string;
  details?: Record<string, string>;
  returnUrl?: string;
}

export interface OrderSummary {
  id: string;
  number: string;
  status: string;
  paymentStatus: string;
  placedAt: string;
  total: Money;
  itemCount: number;
  imageUrls: string[];
  email: string;
  customerName?: string | null;
}

/** What an order was priced from, and what that comes to now. */
export interface OrderProof {
  orderId: string;
  charged: Totals;
  recomputed: Totals;
  reproduced: boolean;
  evidence: unknown;
}

/** Either lines or an amount; neither: all that is left. */
export interface RefundInput {
  amount?: Money;
  lines?: { lineId: string; quantity: number }[];
  shipping?: boolean;
  restock?: boolean;
  reason: string;
}

export interface Refunded {
  orderId: string;
  amount: Money;
  reason: string;
  payment?: OrderPayment | null;
}
