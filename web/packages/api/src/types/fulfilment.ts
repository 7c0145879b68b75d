import type { Address, Money } from './common.ts';

/** Where a parcel is. */
export type ParcelStatus =
  | 'buying' | 'packed' | 'voiding' | 'voided' | 'inTransit' | 'outForDelivery' | 'exception' | 'delivered' | 'returned';

export interface SizeMm { length: number; width: number; height: number }

/** A parcel as staff see it, those still in the house among them. */
export interface StaffShipment {
  id: string;
  orderId: string;
  orderNumber?: string | null;
  /** Whom the label was bought from; none: brought to a carrier by hand. */
  courier?: string | null;
  carrier: string;
  service?: string | null;
  trackingNumber?: string | null;
  trackingUrl?: string | null;
  status: ParcelStatus;
  lines: { lineId: string; quantity: number }[];
  events: ParcelEvent[];
  weightGrams?: number | null;
  cost?: Money | null;
  problem?: string | null;
  dueOn?: string | null;
  createdAt: string;
  shippedAt?: string | null;
  deliveredAt?: string | null;
  recipient?: Address | null;
  actions: string[];
}

export interface ParcelEvent {
  at: string;
  status: string;
  description: string;
  place?: string | null;
}

export interface CourierList {
  couriers: { id: string; name: string }[];
  defaultCourier?: string | null;
  origin?: Address | null;
}

export interface CourierRate {
  service: string;
  name: string;
  price: Money;
  days?: number | null;
}

export interface ShippingQuotes {
  weightGrams: number;
  couriers: { courier: string; name: string; rates: CourierRate[]; problem?: string | null }[];
}

export interface ShippingReport {
  days: number;
  all: CarrierFigures;
  carriers: CarrierFigures[];
  packed: number;
  exceptions: number;
}

export interface CarrierFigures {
  carrier: string;
  delivered: number;
  promised: number;
  onTime: number;
  averageHours: number;
  onTimePercent?: number | null;
}

export interface BatchItem {
  orderId: string;
  shipment?: StaffShipment | null;
  problem?: { code: string; title: string; reason?: string | null } | null;
}

/** How the shop sends things, among its settings. */
export interface ShippingSettings {
  origin?: Address | null;
  defaultCourier?: string | null;
  demoCourier: boolean;
  demoCourierSeconds?: number;
}
