import type { Money, Order, OrderLine, RefundOfOrder } from '@tradepost/api';

export type Units = Record<string, number | string>;

/** What can still go back of the payment. */
export function leftToRefund(order: Order): Money {
  const amount = order.payment?.amount ?? order.totals.total;
  return { minor: amount.minor - (order.payment?.refunded?.minor ?? 0), currency: amount.currency };
}

export function whyNotRefund(order: Order): string | null {
  const status = order.payment?.status;
  if (status !== 'paid' && status !== 'partiallyRefunded') return 'No money was taken that could go back.';
  return leftToRefund(order).minor > 0 ? null : 'Everything has been refunded.';
}

export const unitsLeft = (line: OrderLine) => line.quantity - (line.refunded ?? 0);

/** What was paid for a line, tax and discounts included. */
function paidFor(order: Order, line: OrderLine): number {
  const tax = order.totals.taxIncluded ? 0 : (line.tax?.minor ?? 0);
  return line.lineTotal.minor - (line.discount?.minor ?? 0) + tax;
}

/** The same parts the shop cuts: units that follow one another add up to the whole line. */
export function worthOf(order: Order, units: Units): Money {
  const minor = order.lines.reduce((sum, line) => {
    const [from, count] = [line.refunded ?? 0, Number(units[line.id] ?? 0)];
    const upTo = (taken: number) => Math.floor((paidFor(order, line) * taken) / line.quantity);
    return sum + (count > 0 ? upTo(from + count) - upTo(from) : 0);
  }, 0);
  return { minor, currency: order.totals.total.currency };
}

/** What is left of what was paid for delivery: all of the total that the lines do not explain, once. */
export function deliveryLeft(order: Order, refunds: RefundOfOrder[]): Money {
  const lines = order.lines.reduce((sum, line) => sum + paidFor(order, line), 0);
  const given = refunds.flatMap((refund) => refund.parts).reduce((sum, part) => sum + (part.kind === 'shipping' ? part.minor : 0), 0);
  return { minor: order.totals.total.minor - lines - given, currency: order.totals.total.currency };
}

/** Only what left the house can come back to the shelf. */
export const mayRestock = (order: Order) => order.status === 'shipped' || order.status === 'delivered';

export function whyNotUnits(order: Order, units: Units, delivery = false): string | null {
  const wrong = order.lines.some((line) => {
    const count = units[line.id] ?? 0;
    return typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > unitsLeft(line);
  });
  if (wrong) return 'Correct the quantities first.';
  return delivery || Object.values(units).some((count) => Number(count) > 0) ? null : 'Choose what is given back.';
}
