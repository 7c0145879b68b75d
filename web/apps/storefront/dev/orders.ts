import { randomUUID } from 'node:crypto';
import type { Order, OrderPayment, OrderSummary, PlacedOrder, PlaceOrder, StartPayment } from '@tradepost/api';
import { findCart, total } from './carts.ts';
import { refuse } from './refusal.ts';

// Orders in memory. They move on by themselves, so that a page that follows one has something to show.

const orders = new Map<string, Order>();
const watchers = new Map<string, Set<(order: Order) => void>>();
const now = () => new Date().toISOString();
let next = 1042;

export function findOrder(id: string): Order {
  return orders.get(id) ?? refuse(404, 'request.not_found', 'No such order');
}

export function trackOrder(number: string, email: string): Order {
  const order = [...orders.values()].find((one) => one.number === number && one.email === email);
  return order ?? refuse(404, 'request.not_found', 'No such order');
}

export function summaries(): OrderSummary[] {
  return [...orders.values()].reverse().map((order) => ({
    id: order.id,
    number: order.number,
    status: order.status,
    paymentStatus: order.payment?.status ?? 'pending',
    placedAt: order.placedAt,
    total: order.totals.total,
    itemCount: order.lines.reduce((sum, line) => sum + line.quantity, 0),
    imageUrls: order.lines.flatMap((line) => line.imageUrl ?? []).slice(0, 3),
    email: order.email,
  }));
}

export function placeOrder(input: PlaceOrder): PlacedOrder {
  const cart = findCart(input.cartId);
  if (cart.lines.length === 0) return refuse(409, 'cart.empty', 'The cart is empty');
  const order: Order = {
    id: randomUUID(),
    number: `TP-${next++}`,
    status: 'pendingPayment',
    placedAt: now(),
    email: input.email,
    lines: cart.lines.map(({ available: _available, notices: _notices, ...line }) => ({ ...line })),
    totals: cart.totals,
    trace: cart.trace,
    shippingAddress: input.shippingAddress,
    billingAddress: input.billingAddress ?? null,
    payment: { id: randomUUID(), provider: 'demo', method: input.paymentMethod, status: 'pending', amount: cart.totals.total },
    shipments: [],
    returns: [],
    timeline: [{ at: now(), event: 'orderPlaced', by: 'customer' }],
  };
  orders.set(order.id, order);
  cart.lines = [];
  total(cart);
  if (input.paymentMethod === 'cod') become(order, 'processing', 'orderConfirmed');
  return {
    id: order.id,
    number: order.number,
    accessToken: 'fixture',
    status: order.status,
    totals: order.totals,
    payment: { ...order.payment, status: 'pending', nextAction: { type: 'none' } },
  };
}

export function pay(input: StartPayment, origin: string): OrderPayment {
  const order = findOrder(input.orderId);
  const payment = order.payment ?? refuse(404, 'request.not_found', 'No payment');
  const number = input.details?.number?.replace(/\D/g, '');
  if (number === '4000000000000002') return refuse(402, 'payments.declined', 'Declined', { reason: 'card_declined' });
  if (number === '4000000000009995') return refuse(402, 'payments.declined', 'Declined', { reason: 'insufficient_funds' });
  if (number === '4000000000003220') {
    return { ...payment, nextAction: { type: 'redirect', url: `${origin}/demo-gateway/challenge?order=${order.id}` } };
  }
  if (number === '4000000000000259') setTimeout(() => settle(order), 6000);
  else settle(order);
  return { ...payment, nextAction: { type: 'none' } };
}

export function settle(order: Order): void {
  if (order.payment) order.payment.status = 'paid';
  become(order, 'processing', 'paymentCaptured');
  setTimeout(() => {
    order.shipments.push({
      id: randomUUID(),
      carrier: 'Demo Post',
      service: 'Standard',
      trackingNumber: 'DP100200300',
      status: 'inTransit',
      events: [],
    });
    become(order, 'shipped', 'orderShipped');
  }, 15_000);
  setTimeout(() => become(order, 'delivered', 'orderDelivered'), 30_000);
}

export function cancel(order: Order): Order {
  if (order.status === 'shipped' || order.status === 'delivered') return refuse(409, 'orders.not_cancellable', 'Too late');
  become(order, 'cancelled', 'orderCancelled');
  return order;
}

function become(order: Order, status: string, event: string): void {
  if (order.status === 'cancelled') return;
  order.status = status;
  order.timeline.push({ at: now(), event, by: 'system' });
  watchers.get(order.id)?.forEach((tell) => tell(order));
}

export function watch(order: Order, tell: (order: Order) => void): () => void {
  const set = watchers.get(order.id) ?? new Set();
  watchers.set(order.id, set.add(tell));
  tell(order);
  return () => set.delete(tell);
}
