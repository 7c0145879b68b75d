import type { Order, OrderLine } from '@tradepost/api';
import type { Tone } from '../../parts/StatusBadge.tsx';

export interface Remaining {
  line: OrderLine;
  shipped: number;
  left: number;
}

interface Packed {
  lines?: { lineId: string; quantity: number }[];
}

/** What of each line is still in the house. */
export function remainingOf(order: Pick<Order, 'lines'> & { shipments: Packed[] }): Remaining[] {
  return order.lines.map((line) => {
    const shipped = order.shipments
      .flatMap((shipment) => shipment.lines ?? [])
      .filter((part) => part.lineId === line.id)
      .reduce((sum, part) => sum + part.quantity, 0);
    return { line, shipped, left: Math.max(0, line.quantity - shipped) };
  });
}

export type Picked = Record<string, number | string>;

/** The complaint about one quantity, or null. Zero is fine: the line waits for another parcel. */
export function quantityProblem(value: number | string | undefined, left: number): string | null {
  const count = Number(value ?? '');
  if (value === '' || value === undefined || !Number.isInteger(count) || count < 0) return 'Enter a whole number.';
  return count > left ? `Only ${left} left to ship.` : null;
}

/** The lines of the parcel, or the reason why it can't leave yet. */
export function parcelOf(remaining: Remaining[], picked: Picked): { lines: { lineId: string; quantity: number }[]; reason: string | null } {
  if (remaining.some(({ line, left }) => quantityProblem(picked[line.id], left) !== null)) {
    return { lines: [], reason: 'Correct the quantities first.' };
  }
  const lines = remaining.map(({ line }) => ({ lineId: line.id, quantity: Number(picked[line.id]) })).filter((line) => line.quantity > 0);
  return { lines, reason: lines.length === 0 ? 'Put at least one unit into the parcel.' : null };
}

/** Where a parcel can be followed, for the carriers whose addresses are public and stable. */
export function trackingLink(carrier: string, number: string): string | null {
  const code = encodeURIComponent(number);
  const known: Record<string, string> = {
    ups: `https://www.ups.com/track?tracknum=${code}`,
    fedex: `https://www.fedex.com/fedextrack/?trknbr=${code}`,
    usps: `https://tools.usps.com/go/TrackConfirmAction?tLabels=${code}`,
    dhl: `https://www.dhl.com/en/express/tracking.html?AWB=${code}`,
  };
  return known[carrier.trim().toLowerCase()] ?? null;
}

/** Where a parcel is, in words. */
export const parcelStatuses: Record<string, { label: string; tone: Tone }> = {
  buying: { label: 'Buying the label', tone: 'warn' },
  packed: { label: 'Packed', tone: 'info' },
  voiding: { label: 'Giving the label back', tone: 'warn' },
  voided: { label: 'Voided', tone: 'neutral' },
  inTransit: { label: 'On its way', tone: 'info' },
  outForDelivery: { label: 'Out for delivery', tone: 'info' },
  exception: { label: 'Held up', tone: 'danger' },
  delivered: { label: 'Delivered', tone: 'ok' },
  returned: { label: 'Came back', tone: 'danger' },
};
