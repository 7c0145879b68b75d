import type { Order } from '@tradepost/api';

export const statusWords: Record<string, string> = {
  pendingPayment: 'Waiting for payment',
  processing: 'Being prepared',
  shipped: 'On its way',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
};

export const statusTones: Record<string, 'warn' | 'plain' | 'success' | 'danger' | 'new'> = {
  pendingPayment: 'warn',
  processing: 'plain',
  shipped: 'new',
  delivered: 'success',
  cancelled: 'danger',
};

export const paymentWords: Record<string, string> = {
  pending: 'Not paid yet',
  authorized: 'Authorised',
  paid: 'Paid',
  failed: 'Payment declined',
  partiallyRefunded: 'Partly refunded',
  refunded: 'Refunded',
};

const events: Record<string, string> = {
  placed: 'Order placed',
  orderplaced: 'Order placed',
  orderconfirmed: 'Order confirmed',
  confirmed: 'Order confirmed',
  paymentcaptured: 'Payment received',
  paid: 'Payment received',
  paymentpaid: 'Payment received',
  paymentreceived: 'Payment received',
  paymentauthorized: 'Payment authorised',
  paymentfailed: 'Payment declined',
  paymentdeclined: 'Payment declined',
  paymentrefunded: 'Payment refunded',
  paymentstarted: 'Payment started',
  refunded: 'Payment refunded',
  processing: 'Being prepared',
  ordershipped: 'Handed to the courier',
  shipped: 'Handed to the courier',
  shipmentcreated: 'Handed to the courier',
  orderdelivered: 'Delivered',
  delivered: 'Delivered',
  shipmentdelivered: 'Delivered',
  ordercancelled: 'Cancelled',
  cancelled: 'Cancelled',
  reservationexpired: 'Reservation ended',
};

/** "orderPlaced", "order.placed" and "OrderPlaced" all read as one sentence; what is not known is at least spelt as words. */
export function eventWords(event: string): string {
  const known = events[event.replace(/[^a-z]/gi, '').toLowerCase()];
  if (known) return known;
  const spaced = event
    .replace(/[._-]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

const notes: Record<string, string> = {
  card_declined: 'declined by the bank',
  insufficient_funds: 'not enough funds',
};

/** A detail of the timeline: codes of providers in words, everything else as it was written. */
export function noteWords(note: string): string {
  return notes[note] ?? (/^[a-z]+(_[a-z]+)+$/.test(note) ? note.replaceAll('_', ' ') : note);
}

/** How far an order has come: the last of the five steps that is done, or out of them. */
export function progressOf(order: Pick<Order, 'status' | 'shipments'>): number {
  // Packed is what has a parcel, though not all of it may be on its way yet.
  if (order.status === 'processing') return (order.shipments ?? []).length > 0 ? 2 : 1;
  return { pendingPayment: 0, shipped: 3, delivered: 4 }[order.status] ?? -1;
}

/** Whether the courier collects the money. */
export function isPaidAtTheDoor(order: Pick<Order, 'payment'>): boolean {
  return order.payment?.method === 'cod' || order.payment?.provider === 'cod';
}

export function isCancellable(order: Pick<Order, 'status' | 'shipments' | 'mayCancel'>): boolean {
  if (order.mayCancel !== undefined) return order.mayCancel;
  return (order.status === 'pendingPayment' || order.status === 'processing') && order.shipments.length === 0;
}

function hasPaid(order: Pick<Order, 'payment'>): boolean {
  return ['authorized', 'paid', 'partiallyRefunded', 'refunded'].includes(order.payment?.status ?? '');
}

function untilWords(time: string | null | undefined): string {
  return time ? ` until ${new Intl.DateTimeFormat('en-US', { timeStyle: 'short' }).format(new Date(time))}` : '';
}

/** What is going on, and what comes next, for the person who waits. */
export function nowWords(order: Pick<Order, 'status' | 'payment' | 'email' | 'reservedUntil'>): string {
  const onDelivery = isPaidAtTheDoor(order);
  switch (order.status) {
    case 'pendingPayment':
      return `The items are reserved for you${untilWords(order.reservedUntil)}. The order goes out as soon as it is paid.`;
    case 'processing':
      return (
        (onDelivery ? 'You pay the courier at the door. ' : '') +
        `We are packing it. The tracking number comes by e-mail to ${order.email}, and this page shows it too.`
      );
    case 'shipped':
      return 'The courier has it. This page changes by itself when it arrives.';
    case 'delivered':
      return 'It has arrived. You have 30 days to send things back.';
    case 'cancelled':
      return hasPaid(order)
        ? 'This order was cancelled. What was paid goes back the way it came.'
        : 'This order was cancelled. Nothing was charged.';
    default:
      return '';
  }
}
