import type { Money } from './common.ts';
import type { ShippingProblem } from './shipping.ts';

/** Something the buyer should know about a line: priceChanged, insufficientStock, unavailable, quantityReduced. */
export interface CartNotice {
  code: string;
  message: string;
  from?: Money | null;
  to?: Money | null;
  available?: number | null;
  requested?: number | null;
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

export interface Cart {
  id: string;
  currency: string;
  lines: CartLine[];
  promotions: { code?: string | null; name: string; amount: Money }[];
  totals: Totals;
  taxIncluded?: boolean;
  trace: TraceStep[];
  address?: { country?: string | null; state?: string | null; postalCode?: string | null; city?: string | null } | null;
  shippingOptionId?: string | null;
  shippingProblem?: ShippingProblem | null;
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
