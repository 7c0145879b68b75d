import { Switch } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { PromotionInput, WhatIf } from '@tradepost/api';
import { formatMoney, isZero, negated, promotionReason, type Money } from '@tradepost/domain';
import { useState } from 'react';
import { problemOf } from '../../data/problems.ts';
import { whatIf } from '../../data/promotions.ts';
import { shopSettings } from '../../data/settings.ts';
import { Card } from '../../parts/Page.tsx';
import classes from './Preview.module.css';
import { quoteOf, usualSample } from './sampleCart.ts';
import { SampleLines } from './SampleLines.tsx';

interface Props {
  /** Null while something in the form keeps it from being tried. */
  promotion: PromotionInput | null;
  currency: string;
}

/** What the promotion does to a cart, while it is being written. The shop itself computes it; nothing is stored. */
export function Preview({ promotion, currency }: Props) {
  const [sample, setSample] = useState(usualSample);
  const included = useQuery(shopSettings()).data?.pricesIncludeTax ?? false;
  const body = promotion ? quoteOf(promotion, sample, currency, included) : null;
  const [settled] = useDebouncedValue(body ? JSON.stringify(body) : null, 300);
  const quote = useQuery(whatIf(settled === null ? null : JSON.parse(settled)));
  return (
    <Card title="On a sample cart">
      <SampleLines sample={sample} currency={currency} onChange={setSample} />
      <Switch
        mt={12}
        size="sm"
        label="The customer fits the conditions"
        checked={sample.fits}
        onChange={(event) => setSample({ ...sample, fits: event.currentTarget.checked })}
      />
      <div className={classes.outcome} aria-live="polite" aria-busy={quote.isFetching} data-stale={quote.isFetching || undefined}>
        {!body && <p className={classes.quiet}>Complete the form and the sample to see what it does.</p>}
        {body && quote.isError && <p className={classes.problem}>{problemOf(quote.error).message}</p>}
        {body && !quote.isError && quote.data && <Outcome quote={quote.data} />}
      </div>
    </Card>
  );
}

function Row({ label, amount, tone }: { label: string; amount: Money; tone?: 'good' | 'strong' }) {
  return (
    <div className={classes.row} data-tone={tone}>
      <dt>{label}</dt>
      <dd className="figures">{formatMoney(amount)}</dd>
    </div>
  );
}

function Outcome({ quote }: { quote: WhatIf }) {
  const { totals, applied, rejected, trace } = quote;
  const [first] = rejected;
  const whyNot = first ? promotionReason(first.reason) : '';
  return (
    <>
      <p className={classes.verdict} data-good={applied.length > 0 || undefined}>
        {applied.length > 0 ? `It takes off ${formatMoney(totals.discount)}.` : `It does not apply. ${whyNot}`}
      </p>
      <dl className={classes.sums}>
        <Row label="Subtotal" amount={totals.subtotal} />
        {!isZero(totals.discount) && <Row label="Discount" amount={negated(totals.discount)} tone="good" />}
        <Row label="Shipping" amount={totals.shipping} />
        <Row label="Total before tax" amount={totals.total} tone="strong" />
      </dl>
      <details className={classes.details}>
        <summary>Step by step</summary>
        <ol className={classes.trace}>
          {trace.map((step, place) => (
            <li key={place}>
              <span>{step.label}</span>
              <span className="figures">{formatMoney(step.amount)}</span>
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}
