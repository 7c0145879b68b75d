import type { Order } from '@tradepost/api';
import { Card } from '../../parts/Page.tsx';
import { Moment, spelled } from '../../parts/Words.tsx';
import classes from './Order.module.css';

const events: Record<string, string> = {
  placed: 'Order placed',
  confirmed: 'Order confirmed',
  paid: 'Payment received',
  paymentFailed: 'Payment failed',
  shipped: 'Shipped',
  parcelDelivered: 'Parcel delivered',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
  refunded: 'Refunded',
  partlyShipped: 'Partly shipped',
  mailed: 'Mail sent again',
  refundFailed: 'Refund failed',
};

/** An event this app has no words for is shown by its name, spelt as words. */
export function eventWords(event: string): string {
  return events[event] ?? spelled(event);
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
