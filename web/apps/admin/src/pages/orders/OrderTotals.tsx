import { Button } from '@mantine/core';
import type { Money, Order } from '@tradepost/api';
import { formatMoney, isZero, negated } from '@tradepost/domain';
import { useId, useState } from 'react';
import { Card } from '../../parts/Page.tsx';
import classes from './Order.module.css';
import { Proof } from './Proof.tsx';

function Row({ label, amount, strong }: { label: string; amount: Money; strong?: boolean }) {
  return (
    <div className={classes.sumRow} data-strong={strong || undefined}>
      <dt>{label}</dt>
      <dd className="figures">{formatMoney(amount)}</dd>
    </div>
  );
}

/** The total and, a click away, every step that led to it. */
export function OrderTotals({ order }: { order: Order }) {
  const { totals, trace } = order;
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <Card
      title="Total"
      aside={
        trace.length > 0 && (
          <Button size="compact-sm" variant="subtle" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            {open ? 'Hide the steps' : 'Why this total'}
          </Button>
        )
      }
    >
      <dl className={classes.sums}>
        <Row label="Subtotal" amount={totals.subtotal} />
        {!isZero(totals.discount) && <Row label="Discount" amount={negated(totals.discount)} />}
        <Row label="Shipping" amount={totals.shipping} />
        <Row label={totals.taxIncluded ? 'Tax, included' : 'Tax'} amount={totals.tax} />
        <Row label="Total" amount={totals.total} strong />
      </dl>
      <div id={id} hidden={!open}>
        {/* Labels may repeat (two lines of the same rate), so the place in the list is the key. */}
        <ol className={classes.trace} aria-label="Steps of the calculation">
          {trace.map((step, index) => (
            <li key={index}>
              <span>{step.label}</span>
              <span className="figures">{formatMoney(step.amount)}</span>
            </li>
          ))}
        </ol>
        {open && <Proof orderId={order.id} />}
      </div>
    </Card>
  );
}
