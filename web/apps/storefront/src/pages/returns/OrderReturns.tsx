import type { Order } from '@tradepost/api';
import { formatDate, formatMoney, plural } from '@tradepost/domain';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Badge } from '../../components/Badge.tsx';
import { returnStatusWords, returnTones } from './words.ts';

/** The order's returns, each with where it stands. */
export function OrderReturns({ order }: { order: Order }) {
  const returns = order.returns ?? [];
  if (returns.length === 0) return null;
  return (
    <section aria-labelledby="returns">
      <h2 id="returns" className="text-xl font-semibold">
        {returns.length > 1 ? 'Returns' : 'Return'}
      </h2>
      <ul className="mt-3 space-y-3">
        {returns.map((one) => (
          <li
            key={one.id}
            className={`relative flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-card border border-line p-4
            hover:bg-sunken`}
          >
            <div className="min-w-0">
              <Link to={paths.return(one.id, order.id)} className="font-medium after:absolute after:inset-0 after:rounded-card">
                {one.kind === 'withdrawal' ? 'Withdrawal' : 'Return'} {one.number}
              </Link>
              <p className="tabular text-sm text-ink-2">
                {formatDate(one.requestedAt)} · {plural(one.lines.reduce((sum, line) => sum + line.quantity, 0), 'item')}
                {one.refund && one.refund.minor > 0 ? ` · ${formatMoney(one.refund)} back` : ''}
              </p>
            </div>
            <Badge tone={returnTones[one.status]}>{returnStatusWords[one.status]}</Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}
