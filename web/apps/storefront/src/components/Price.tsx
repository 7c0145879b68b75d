import type { Money } from '@tradepost/api';
import { formatMoney, percentOff } from '@tradepost/domain';

const sizes = { m: 'text-base', l: 'text-3xl tracking-tight' };

/** What it costs now and, when reduced, what it cost before. */
export function Price({
  price,
  was,
  from = false,
  size = 'm',
}: {
  price: Money;
  was?: Money | null;
  from?: boolean;
  size?: keyof typeof sizes;
}) {
  const reduced = percentOff(price, was) > 0;
  return (
    <p className="tabular flex flex-wrap items-baseline gap-x-2">
      <span className={`font-semibold ${sizes[size]} ${reduced ? 'text-sale' : 'text-ink'}`}>
        {reduced && <span className="sr-only">Now </span>}
        {from && <span className="text-sm font-medium text-ink-2">From </span>}
        {formatMoney(price)}
      </span>
      {reduced && was && (
        <span className={`text-ink-3 ${size === 'l' ? 'text-lg' : 'text-sm'}`}>
          <span className="sr-only">Before </span>
          <s>{formatMoney(was)}</s>
        </span>
      )}
    </p>
  );
}
