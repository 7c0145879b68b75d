import type { DayRange, Money } from './common.ts';

export interface DayFigures {
  orders: number;
  revenue: Money;
  averageOrder: Money;
}

export interface OrdersSummary {
  today: DayFigures;
  yesterday: DayFigures;
  days: { date: string; orders: number; revenue: Money }[];
  awaitingShipment: number;
  pendingPayment: number;
}

export interface ShipmentInput {
  lines?: { lineId: string; quantity: number }[];
  carrier: string;
  service?: string;
  trackingNumber?: string;
  weightGrams?: number;
}

export interface AdminProductItem {
  id: string;
  slug: string;
  name: string;
  brand?: string | null;
  category?: { id: string; name: string } | string | null;
  price: Money;
  compareAtPrice?: Money | null;
  imageUrl?: string | null;
  state: string;
  available: number;
  variantCount: number;
  updatedAt: string;
}

export interface Dimensions {
  width: number;
  height: number;
  depth: number;
}

export interface AdminVariant {
  id: string;
  sku: string;
  options: Record<string, string>;
  price: Money;
  compareAtPrice?: Money | null;
  weightGrams?: number | null;
  available: number;
  onHand: number;
  gtin?: string | null;
  dimensionsMm?: Dimensions | null;
  cost?: Money | null;
}

export interface AdminProduct {
  id: string;
  slug: string;
  name: string;
  description?: string | null;
  brand?: string | null;
  categoryId?: string | null;
  tags: string[];
  price: Money;
  compareAtPrice?: Money | null;
  /** What one unit cost the shop. Shoppers never see it. */
  cost?: Money | null;
  sku?: string | null;
  weightGrams?: number | null;
  dimensionsMm?: Dimensions | null;
  status: string;
  taxClass?: string;
  attributes: { name: string; value: string }[];
  options: { name: string; values: string[] }[];
  variants: AdminVariant[];
  images: { id: string; url: string; alt: string }[];
  deletedAt?: string | null;
  updatedAt: string;
}

export interface ProductInput {
  name?: string;
  description?: string | null;
  brand?: string | null;
  categoryId?: string | null;
  tags?: string[];
  price?: Money;
  compareAtPrice?: Money | null;
  cost?: Money | null;
  sku?: string | null;
  stock?: number;
  weightGrams?: number | null;
  dimensionsMm?: Dimensions | null;
  status?: string;
  taxClass?: string;
  attributes?: { name: string; value: string }[];
  options?: { name: string; values: string[] }[];
  variants?: VariantInput[];
}

/** One combination of options. Without an id it is new; stock is taken when it is made, later the stock page changes it. */
export interface VariantInput {
  id?: string;
  sku: string;
  options: Record<string, string>;
  price: Money;
  compareAtPrice?: Money | null;
  weightGrams?: number | null;
  gtin?: string | null;
  dimensionsMm?: Dimensions | null;
  cost?: Money | null;
  stock?: number;
}

export type NewProduct = ProductInput & { name: string; price: Money };

export interface AdminCategory {
  id: string;
  name: string;
  slug: string;
  parentId?: string | null;
  position: number;
  imageUrl?: string | null;
}

export interface StockLevel {
  variantId: string;
  productId: string;
  sku: string;
  name: string;
  options: Record<string, string>;
  imageUrl?: string | null;
  locationId: string;
  locationName: string;
  onHand: number;
  reserved: number;
  available: number;
  updatedAt: string;
}

export interface StockAdjustment {
  variantId: string;
  locationId?: string;
  delta?: number;
  set?: number;
  reason: string;
}

export interface StockMovement {
  id: string;
  variantId: string;
  sku: string;
  locationName: string;
  delta: number;
  reason: string;
  reference?: string | null;
  by?: string | null;
  at: string;
}

export interface Mail {
  id: string;
  to: string;
  subject: string;
  kind: string;
  status: string;
  createdAt: string;
  sentAt?: string | null;
  attempts: number;
  error?: string | null;
}

export interface MailDetail extends Mail {
  html: string;
  text: string;
}

export interface DeadLetter {
  id: string;
  event: string;
  subscriber: string;
  error: string;
  attempts: number;
  occurredAt: string;
  failedAt: string;
  payload: unknown;
}

export interface TaxRate {
  id: string;
  name: string;
  country: string;
  state?: string | null;
  percent: string;
  appliesToShipping: boolean;
  /** The code of a class, or * for every class. */
  taxClass: string;
  /** Codes, beginnings (902*) and ranges (10000-10999); null: everywhere. */
  postalCodes?: string[] | null;
  exceptPostalCodes?: string[] | null;
}

export interface ShippingMethod {
  id: string;
  code: string;
  name: string;
  basePrice: Money;
  perKg?: Money | null;
  freeOver?: Money | null;
  estimatedDays: DayRange;
  countries?: string[] | null;
  active: boolean;
  /** Cubic centimetres that count as a kilogram. */
  volumetricDivisor?: number | null;
  maxWeightGrams?: number | null;
  maxSideMm?: number | null;
  /** Length and girth: the longest side and twice each of the others. */
  maxGirthMm?: number | null;
  originLocationId?: string | null;
  readonly zoneCount?: number;
}
