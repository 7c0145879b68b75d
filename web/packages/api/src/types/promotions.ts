import type { Money } from './common.ts';

export interface PromotionTier {
  minQuantity: number;
  percent?: string | null;
  unitPrice?: Money | null;
}

export interface PromotionBenefit {
  type: string;
  percent?: string | null;
  target?: string | null;
  cap?: Money | null;
  amount?: Money | null;
  buy?: number | null;
  get?: number | null;
  percentOff?: string | null;
  size?: number | null;
  amountEach?: Money | null;
  tiers?: PromotionTier[] | null;
}

export interface PromotionCondition {
  type: string;
  amount?: Money | null;
  quantity?: number | null;
  any?: string[] | null;
}

/** As it is sent; the same shape in a quote. Times are instants. */
export interface PromotionInput {
  name: string;
  code?: string | null;
  startsAt?: string | null;
  endsAt?: string | null;
  priority?: number;
  combinable?: boolean;
  usageLimit?: number | null;
  perCustomerLimit?: number | null;
  conditions?: PromotionCondition[];
  benefit: PromotionBenefit;
  active?: boolean;
  requiresCode?: boolean;
  badge?: string | null;
  showCountdown?: boolean;
}

export interface Promotion extends PromotionInput {
  id: string;
  priority: number;
  combinable: boolean;
  conditions: PromotionCondition[];
  active: boolean;
  requiresCode: boolean;
  showCountdown: boolean;
  /** scheduled, running, ended, off, deleted. */
  state: string;
  used: number;
  codeCount: number;
  createdAt: string;
  updatedAt: string;
}

export interface PromotionCode {
  id: string;
  code: string;
  usageLimit: number;
  used: number;
  createdAt: string;
}

export interface PromotionUsage {
  from: string;
  to: string;
  total: { orders: number; discount: Money; revenue: Money; givenBack: number };
  days: { date: string; orders: number; discount: Money; revenue: Money }[];
}

export interface PromotionUse {
  orderId: string;
  code?: string | null;
  amount: Money;
  orderTotal: Money;
  usedAt: string;
  givenBackAt?: string | null;
}

export interface CustomerGroup {
  id: string;
  code: string;
  name: string;
  members: number;
  createdAt: string;
}

export interface GroupMember {
  userId: string;
  email: string;
  addedAt: string;
}

export interface QuoteBody {
  currency: string;
  pricesIncludeTax?: boolean;
  lines: {
    key: string;
    unitPrice: Money;
    quantity: number;
    productId?: string;
    tags?: string[];
    category?: string | null;
    brand?: string | null;
    vendor?: string | null;
  }[];
  shipping?: { price: Money };
  promotions: PromotionInput[];
  codes?: string[];
  customerGroups?: string[];
  country?: string;
  paymentMethod?: string;
  firstOrder?: boolean;
}

export interface WhatIf {
  totals: { subtotal: Money; discount: Money; shipping: Money; fees: Money; tax: Money; total: Money };
  lines: { key: string; subtotal: Money; discount: Money; net: Money; gross: Money }[];
  applied: { name: string; code?: string | null; amount: Money }[];
  rejected: { name: string; code?: string | null; reason: string }[];
  trace: { step: string; label: string; amount: Money; lineKey?: string | null; included?: boolean | null }[];
}

export interface SimulationTally {
  discount: Money;
  revenue: Money;
  tax: Money;
  total: Money;
  cost: Money;
  margin: Money;
  linesOfUnknownCost: number;
}

export interface Simulation {
  from: string;
  to: string;
  orders: number;
  ordersTouched: number;
  ordersSkipped: number;
  mismatches: number;
  truncated: boolean;
  before: SimulationTally;
  after: SimulationTally;
  samples: { orderId: string; number: string; placedAt: string; before: Money; after: Money; difference: Money }[];
}

/** An offer a product can get now without a code. */
export interface Offer {
  id: string;
  name: string;
  badge?: string | null;
  benefit: PromotionBenefit;
  conditions: PromotionCondition[];
  endsAt?: string | null;
  showCountdown: boolean;
}

/** With the server's time, because the reader's clock may be wrong. */
export interface Offers {
  now: string;
  offers: Offer[];
}
