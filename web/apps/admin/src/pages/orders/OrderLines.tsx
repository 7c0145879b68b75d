import type { Order } from '@tradepost/api';
import { formatMoney, plural } from '@tradepost/domain';
import { Link } from 'react-router';
import { Card } from '../../parts/Page.tsx';
import { Thumb } from '../../parts/Thumb.tsx';
import { optionWords } from '../../parts/Words.tsx';
import { paths } from '../../paths.ts';
import classes from './Order.module.css';
import { remainingOf } from './shipping.ts';

function progress(shipped: number, refunded: number, quantity: number): string | null {
  const of = (count: number, word: string) =>
    (count === 0 ? null : count >= quantity ? word : `${count} of ${quantity} ${word.toLowerCase()}`);
  return [of(shipped, 'Shipped'), of(refunded, 'Refunded')].filter(Boolean).join(' · ') || null;
}

export function OrderLines({ order }: { order: Order }) {
  const units = order.lines.reduce((sum, line) => sum + line.quantity, 0);
  return (
    <Card title={plural(units, 'item')} flush>
      <ul className={classes.lines}>
        {remainingOf(order).map(({ line, shipped }) => (
          <li key={line.id} className={classes.line}>
            <Thumb url={line.imageUrl} size={48} />
            <span className={classes.lineName}>
              <Link className={classes.lineLink} to={paths.product(line.productId)}>
                {line.name}
              </Link>
              <span className="row-note">{[optionWords(line.options), line.sku].filter(Boolean).join(' · ')}</span>
              {progress(shipped, line.refunded ?? 0, line.quantity) && (
                <span className="row-note">{progress(shipped, line.refunded ?? 0, line.quantity)}</span>
              )}
            </span>
            <span className={classes.lineSum}>
              <span className="figures">{formatMoney(line.lineTotal)}</span>
              <span className="row-note figures">{`${line.quantity} × ${formatMoney(line.unitPrice)}`}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
