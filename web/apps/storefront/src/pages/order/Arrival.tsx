import type { Order } from '@tradepost/api';
import { CircleCheck, LoaderCircle } from 'lucide-react';
import { useEffect } from 'react';
import { store } from '../../lib/storage.ts';
import { payingKey } from '../checkout/usePayment.ts';
import { isPaidAtTheDoor } from './words.ts';

/** The first words after the till. Thanks are said only once the shop knows that the order stands. */
export function Arrival({ order, arrival }: { order: Order; arrival: 'thanks' | 'waiting' | null }) {
  const open = order.status === 'pendingPayment' && !isPaidAtTheDoor(order);
  useEffect(() => {
    if (!open) store(payingKey, null, 'session');
  }, [open]);
  if (!arrival || order.status === 'cancelled') return null;
  if (open) {
    if (order.payment?.status === 'failed' || arrival !== 'waiting') return null;
    return (
      <div role="status" className="mb-10 flex gap-4 rounded-panel bg-warn-soft p-6">
        <LoaderCircle size={26} className="mt-0.5 shrink-0 animate-spin text-warn" aria-hidden />
        <div>
          <p className="text-lg font-semibold">Waiting for word about your payment</p>
          <p className="mt-1 text-pretty text-ink-2">
            Your order is safe. This page changes by itself, mostly within a minute. You may close it: we write to {order.email}.
          </p>
        </div>
      </div>
    );
  }
  const name = order.shippingAddress.name.split(' ')[0];
  return (
    <div role="status" className="mb-10 flex gap-4 rounded-panel bg-success-soft p-6">
      <CircleCheck size={28} className="mt-0.5 shrink-0 text-success" aria-hidden />
      <div>
        <p className="text-lg font-semibold">Thank you{name ? `, ${name}` : ''}. Your order is in.</p>
        <p className="mt-1 text-pretty text-ink-2">
          The confirmation goes to <span className="wrap-anywhere text-ink">{order.email}</span>, with a link to this page.
        </p>
        <ol className="mt-3 list-decimal space-y-1 pl-5 text-[0.9375rem] text-ink-2">
          <li>We pack it{order.payment?.method === 'cod' ? '; you pay the courier at the door' : ''}.</li>
          <li>A mail with the tracking number follows when it leaves.</li>
          <li>This page shows each step by itself. You also find it by the number {order.number} under “Track order”.</li>
        </ol>
      </div>
    </div>
  );
}
