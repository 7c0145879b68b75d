import { useQuery } from '@tanstack/react-query';
import type { ReturnWish } from '@tradepost/api';
import { formatMoney, negated } from '@tradepost/domain';
import { wordsFor } from '@tradepost/ui';
import { returnQuoteQuery } from './queries.ts';

/** What would go back, before it is asked for. */
export function ReturnSums({ orderId, wish }: { orderId: string; wish: ReturnWish }) {
  const { data, error, isFetching } = useQuery(returnQuoteQuery(orderId, wish));
  if (wish.lines.length === 0) return null;
  return (
    <section aria-labelledby="goes-back" aria-busy={isFetching} className="rounded-panel bg-sunken p-6">
      <h2 id="goes-back" className="text-lg font-semibold">
        What goes back to you
      </h2>
      {error ? (
        <p className="mt-3 text-sm text-danger">{wordsFor(error)}</p>
      ) : !data ? (
        <div aria-hidden className="skeleton mt-4 h-16" />
      ) : (
        <>
          <dl className="tabular mt-4 space-y-2">
            <Row label="Paid for these items" value={formatMoney(data.worth)} />
            {data.fee.minor > 0 && <Row label="Restocking fee" value={formatMoney(negated(data.fee))} />}
            <div className="flex justify-between gap-4 border-t border-line pt-3 text-lg font-semibold">
              <dt>Refund</dt>
              <dd>{formatMoney(data.refund)}</dd>
            </div>
          </dl>
          <p className="mt-3 text-sm text-pretty text-ink-2">
            {data.shopPays ? 'We pay for the way back. ' : 'You pay for the way back. '}
            The refund comes once the items are here and found as described.
          </p>
        </>
      )}
    </section>
  );
}

function Row({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-ink-2">{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
