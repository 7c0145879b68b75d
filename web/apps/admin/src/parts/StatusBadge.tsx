import classes from './StatusBadge.module.css';

export type Tone = 'neutral' | 'info' | 'ok' | 'warn' | 'danger';

interface Fact {
  label: string;
  tone: Tone;
}

export const orderStatuses: Record<string, Fact> = {
  pendingPayment: { label: 'Awaiting payment', tone: 'warn' },
  processing: { label: 'To ship', tone: 'info' },
  shipped: { label: 'Shipped', tone: 'info' },
  delivered: { label: 'Delivered', tone: 'ok' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
};

export const paymentStatuses: Record<string, Fact> = {
  pending: { label: 'Unpaid', tone: 'warn' },
  authorized: { label: 'Authorised', tone: 'info' },
  paid: { label: 'Paid', tone: 'ok' },
  failed: { label: 'Payment failed', tone: 'danger' },
  partiallyRefunded: { label: 'Partly refunded', tone: 'neutral' },
  refunded: { label: 'Refunded', tone: 'neutral' },
};

export const productStates: Record<string, Fact> = {
  active: { label: 'Active', tone: 'ok' },
  draft: { label: 'Draft', tone: 'neutral' },
  deleted: { label: 'Deleted', tone: 'danger' },
};

export const mailStatuses: Record<string, Fact> = {
  queued: { label: 'Queued', tone: 'info' },
  sent: { label: 'Sent', tone: 'ok' },
  failed: { label: 'Failed', tone: 'danger' },
  dropped: { label: 'Dropped', tone: 'neutral' },
  pending: { label: 'On its way', tone: 'info' },
  delivered: { label: 'Delivered', tone: 'ok' },
};

/** A state as a dot and a word; colour alone never says it. */
export function StatusBadge({ label, tone }: Fact) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <span className={classes.dot} aria-hidden />
      {label}
    </span>
  );
}

/** The words for a state; a state that only a newer server knows is shown by its own name. */
export function factOf(facts: Record<string, Fact>, key: string): Fact {
  return facts[key] ?? { label: key, tone: 'neutral' };
}

export const OrderBadge = ({ status }: { status: string }) => <StatusBadge {...factOf(orderStatuses, status)} />;
export const PaymentBadge = ({ status }: { status: string }) => <StatusBadge {...factOf(paymentStatuses, status)} />;
export const ProductBadge = ({ state }: { state: string }) => <StatusBadge {...factOf(productStates, state)} />;
export const MailBadge = ({ status }: { status: string }) => <StatusBadge {...factOf(mailStatuses, status)} />;
