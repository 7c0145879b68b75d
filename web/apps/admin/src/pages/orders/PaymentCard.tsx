import { Alert } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { Order, PaymentAttempt, StaffPayment } from '@tradepost/api';
import { formatMoney } from '@tradepost/domain';
import { orderPayment } from '../../data/payments.ts';
import { Card } from '../../parts/Page.tsx';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { PaymentBadge } from '../../parts/StatusBadge.tsx';
import { Moment, spelled } from '../../parts/Words.tsx';
import { CaptureDialog, VoidDialog } from './HoldDialogs.tsx';
import classes from './Order.module.css';

const methods: Record<string, string> = { card: 'Card', paypal: 'PayPal', upi: 'UPI', cod: 'Cash on delivery' };
const providers: Record<string, string> = {
  stripe: 'Stripe',
  paypal: 'PayPal',
  razorpay: 'Razorpay',
  demo: 'Demo gateway',
  cod: 'Courier',
};
const states: Record<string, string> = {
  pending: 'Asking the provider',
  unknown: 'No answer yet; the provider is asked again',
  challenged: 'The buyer is confirming',
  authorized: 'Money held',
  captured: 'Taken',
  declined: 'Declined',
  voided: 'Given up',
};

export function PaymentCard({ order }: { order: Order }) {
  const staff = useQuery({ ...orderPayment(order.id), enabled: Boolean(order.payment) }).data;
  const { payment } = order;
  if (!payment) return null;
  const how = payment.method ? (methods[payment.method] ?? payment.method) : payment.provider;
  const sums: [string, string | null | undefined][] = [
    ['Method', how],
    ['Amount', formatMoney(payment.amount ?? order.totals.total)],
    ['Held', staff && staff.authorized.minor > 0 ? formatMoney(staff.authorized) : null],
    ['Taken', staff && staff.captured.minor > 0 ? formatMoney(staff.captured) : null],
    ['Refunded', payment.refunded && payment.refunded.minor > 0 ? formatMoney(payment.refunded) : null],
    ['Provider’s fee', staff?.fee ? formatMoney(staff.fee) : null],
  ];
  return (
    <Card title="Payment" aside={<PaymentBadge status={payment.status} />}>
      {staff?.alarms.map((alarm) => (
        <Alert key={alarm.kind + alarm.said} color="red" title={alarmWords(alarm.kind)} mb="md">
          {alarm.said}. Look at the payment in the provider’s dashboard.
        </Alert>
      ))}
      <dl className={classes.sums}>
        {sums.map(([name, value]) => value && <Sum key={name} name={name} value={value} />)}
        {payment.reference && (
          <div className={classes.sumRow}>
            <dt>Reference</dt>
            <dd className={`mono ${classes.break}`}>{payment.reference}</dd>
          </div>
        )}
      </dl>
      {staff && staff.authorized.minor > 0 && <HeldMoney order={order} staff={staff} />}
      {staff && staff.attempts.length > 1 && <Attempts attempts={staff.attempts} />}
    </Card>
  );
}

function Sum({ name, value }: { name: string; value: string }) {
  return (
    <div className={classes.sumRow}>
      <dt>{name}</dt>
      <dd className="figures">{value}</dd>
    </div>
  );
}

function alarmWords(kind: string): string {
  if (kind === 'mismatch') return 'The provider speaks of another amount';
  return kind === 'captureFailed' ? 'The held money could not be taken' : 'The provider let the held money go';
}

function HeldMoney({ order, staff }: { order: Order; staff: StaffPayment }) {
  const [capturing, capture] = useDisclosure(false);
  const [voiding, letGo] = useDisclosure(false);
  const busy = staff.underWay === 'capture' ? 'The money is being taken.' : staff.underWay ? 'The money is being let go.' : null;
  return (
    <div className={classes.held}>
      <p className="soft">{busy ?? 'The money is held for this order. It is taken by itself when the first parcel leaves.'}</p>
      <div className={classes.heldChoices}>
        <ReasonedButton variant="default" reason={busy} onClick={letGo.open}>
          Let it go
        </ReasonedButton>
        <ReasonedButton reason={busy} onClick={capture.open}>
          Take it now
        </ReasonedButton>
      </div>
      <CaptureDialog order={order} held={staff.authorized} opened={capturing} onClose={capture.close} />
      <VoidDialog order={order} held={staff.authorized} opened={voiding} onClose={letGo.close} />
    </div>
  );
}

function Attempts({ attempts }: { attempts: PaymentAttempt[] }) {
  return (
    <details className={classes.attempts}>
      <summary>{attempts.length} attempts to pay</summary>
      <ol className={classes.timeline}>
        {attempts.map((attempt) => (
          <li key={attempt.id}>
            <span className="row-main">{states[attempt.status] ?? spelled(attempt.status)}</span>
            <span className="row-note">
              {formatMoney(attempt.amount)} · {providers[attempt.provider] ?? attempt.provider}
              {attempt.last4 && ` · card ending in ${attempt.last4}`}
              {attempt.declineReason && ` · ${attempt.declineReason.replaceAll('_', ' ')}`}
            </span>
            <span className="row-note">
              <Moment at={attempt.at} />
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
