import type { ShippingMethod } from './admin.ts';
import type { ShippingOption } from './catalogue.ts';
import type { DayRange, Money } from './common.ts';

/** Days of the shop's calendar, like 2026-11-30, both included. */
export interface DeliveryWindow {
  from: string;
  to: string;
}

/** Why nobody ships a basket. */
export interface ShippingProblem {
  /** noMethod, notServed, tooHeavy, tooLarge. */
  reason: string;
  message: string;
}

export interface DeliveryEstimate {
  options: ShippingOption[];
  problem?: ShippingProblem | null;
}

export interface DeliveryPlace {
  country: string;
  state?: string;
  postalCode?: string;
  variantId?: string;
}

export type RateBasis = 'flat' | 'formula' | 'weight' | 'price';

/** A step of a table: up to so many grams, or so much worth of goods; neither, at the end: whatever is more. */
export interface ShippingRate {
  maxGrams?: number | null;
  maxGoods?: Money | null;
  price: Money;
}

export interface ShippingZone {
  name: string;
  /** "US", "US-CA", "US:902*", "US:10000-10999", "US:90210"; null: everywhere. */
  places: string[] | null;
  basis: RateBasis;
  basePrice?: Money | null;
  perKg?: Money | null;
  rates: ShippingRate[];
  freeOver?: Money | null;
  neverFree: boolean;
  estimatedDays?: DayRange | null;
}

export interface ShippingMethodDetail {
  method: ShippingMethod;
  zones: ShippingZone[];
}

export interface TableQuery {
  dryRun?: boolean;
  zoneColumn?: string;
  weightColumn?: string;
  weightUnit?: string;
  priceColumn?: string;
  fromColumn?: string;
  toColumn?: string;
  countryColumn?: string;
  country?: string;
  filterColumn?: string;
  filterValue?: string;
}

export interface TableResult {
  applied: boolean;
  rows: number;
  used: number;
  zones: { zone: string; entries: number; before: number; isNew: boolean }[];
  errorCount: number;
  errors: { line: number; column?: string | null; message: string }[];
}

export interface DeliveryCalendar {
  cutOff: string;
  handlingDays: number;
  workingDays: string[];
  holidays: { date: string; name: string }[];
  /** The shop's zone; set elsewhere. */
  timeZone?: string;
}
