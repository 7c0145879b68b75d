import type { Order } from '@tradepost/api';
import { Card } from '../../parts/Page.tsx';
import { Moment } from '../../parts/Words.tsx';
import classes from './Order.module.css';

const events: Record<string, string> = {
  placed: 'Order placed',
  'order.placed': 'Order placed',
  confirmed: 'Order confirmed',
  paid: 'Payment received',
  'payment.captured': 'Payment received',
  paymentFailed: 'Payment failed',
  'payment.failed': 'Payment failed',
  shipped: 'Shipped',
  'order.shipped': 'Shipped',
  parcelDelivered: 'Parcel delivered',
  delivered: 'Delivered',
  'order.delivered': 'Delivered',
  cancelled: 'Cancelled',
  'order.cancelled': 'Cancelled',
  refunded: 'Refunded',
};

/** An event this app has no words for is shown by its name, spelt as words. */
export function eventWords(event: string): string {
  const known = events[event];
  if (known) return known;
  const words = event
    .replace(/[._-]/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function Timeline({ entries }: { entries: Order['timeline'] }) {
  const latestFirst = entries.toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <Card title="Timeline">
      <ol className={classes.timeline}>
        {latestFirst.map((entry, index) => (
          <li key={index}>
            <span className="row-main">{eventWords(entry.event)}</span>
            {entry.note && <span className="row-note">{entry.note}</span>}
            <span className="row-note">
              <Moment at={entry.at} />
              {entry.by && ` · ${entry.by}`}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
