import type { LegalFacts, OrderRules } from './order-desk.ts';
import type { Money } from './common.ts';

/** A price for one unit, from a number of units on. */
export interface PriceStep {
  minQuantity: number;
  price: Money;
}

export interface VariantPrice {
  id: string;
  price: Money;
  compareAtPrice?: Money | null;
  /** Of the 30 days before the reduction began. */
  lowest30Days?: Money | null;
  /** When the reduced price ends; left out when no end is planned. */
  planEndsAt?: string | null;
  quantityPrices: PriceStep[];
  groupPrices: PriceStep[];
}

export interface ProductPrices {
  productId: string;
  currency: string;
  pricesIncludeTax: boolean;
  variants: VariantPrice[];
}

export interface PricePoint {
  validFrom: string;
  /** Left out: from then on it had no price in that currency. */
  price?: Money | null;
  compareAtPrice?: Money | null;
}

export interface PricePlan {
  id: string;
  name?: string | null;
  productId: string;
  productName: string;
  variantId: string;
  sku: string;
  options: Record<string, string>;
  price: Money;
  compareAtPrice?: Money | null;
  startsAt: string;
  endsAt?: string | null;
  state: string;
  outcome?: string | null;
  inEffect: boolean;
  priceBefore?: Money | null;
  currentPrice: Money;
  startedAt?: string | null;
  endedAt?: string | null;
  createdBy: string;
  createdAt: string;
}

export interface PricePlanInput {
  name?: string | null;
  variantIds?: string[];
  productIds?: string[];
  price?: Money;
  percentOff?: string;
  compareAtPrice?: Money | null;
  startsAt?: string | null;
  endsAt?: string | null;
}

export interface OtherPrice {
  price: Money;
  compareAtPrice?: Money | null;
}

export interface AdminVariantPrices {
  id: string;
  sku: string;
  options: Record<string, string>;
  price: Money;
  compareAtPrice?: Money | null;
  cost?: Money | null;
  lowest30Days?: Money | null;
  otherPrices: OtherPrice[];
  openPlans: PricePlan[];
}

export interface AdminPrices {
  id: string;
  slug: string;
  name: string;
  currency: string;
  otherCurrencies: string[];
  variants: AdminVariantPrices[];
}

export interface SpecialPriceInput {
  variantId: string;
  customerGroup?: string | null;
  minQuantity: number;
  price: Money;
  startsAt?: string | null;
  endsAt?: string | null;
}

export interface SpecialPrice extends SpecialPriceInput {
  id: string;
  sku: string;
  name: string;
  version: number;
  updatedAt: string;
}

export interface ShopFacts {
  shopName: string;
  currency: string;
  currencies: string[];
  pricesIncludeTax: boolean;
  rounding: 'halfUp' | 'halfEven';
  roundingLevel: 'line' | 'unit' | 'total';
  timeZone: string;
  legal?: LegalFacts;
  orders?: OrderRules;
}
