import type { Money } from './common.ts';
import type { ShippingProblem } from './shipping.ts';

/**
 * Something the buyer should know. Of a line: priceChanged, insufficientStock, unavailable, quantityReduced. Of a cart:
 * discountReduced, linesLeftOut, codesLeftOut.
 */
export interface CartNotice {
  code: string;
  message: string;
  from?: Money | null;
  to?: Money | null;
  available?: number | null;
  requested?: number | null;
  /** Where the lines are that found no room. */
  cartId?: string | null;
}

export interface CartLine {
  id: string;
  productId: string;
  variantId: string;
  sku: string;
  name: string;
  slug?: string | null;
  options?: Record<string, string> | null;
  imageUrl?: string | null;
  quantity: number;
  available?: number | null;
  unitPrice: Money;
  lineTotal: Money;
  /** What promotions took off, and the tax due on the rest. */
  discount?: Money;
  tax?: Money;
  notices: CartNotice[];
}

export interface Totals {
  subtotal: Money;
  discount: Money;
  shipping: Money;
  tax: Money;
  total: Money;
  taxIncluded?: boolean;
}

export interface TraceStep {
  step: string;
  label: string;
  amount: Money;
  lineId?: string | null;
}

export interface AppliedPromotion {
  code?: string | null;
  name: string;
  amount: Money;
}

/** A code that was entered but does not apply now. */
export interface RejectedPromotion {
  code: string;
  name: string;
  reason: string;
  message: string;
}

export interface Cart {
  id: string;
  currency: string;
  lines: CartLine[];
  promotions: AppliedPromotion[];
  rejectedPromotions?: RejectedPromotion[];
  totals: Totals;
  taxIncluded?: boolean;
  trace: TraceStep[];
  address?: { country?: string | null; state?: string | null; postalCode?: string | null; city?: string | null } | null;
  shippingOptionId?: string | null;
  paymentMethod?: string | null;
  contact?: { email?: string | null; remind: boolean };
  notices?: CartNotice[];
  /** The value of goods from which some delivery is free. */
  freeShippingOver?: Money | null;
  /** One more with every change: the cart's ETag without the quotes. */
  version?: number;
  shippingProblem?: ShippingProblem | null;
  /** The certificate that frees the customer from tax where the cart goes. */
  taxExemption?: { number: string } | null;
}

export interface CartLineInput {
  productId?: string;
  variantId?: string;
  quantity: number;
}

export interface CartAddress {
  country: string;
  state?: string;
  postalCode?: string;
  city?: string;
}
