import type { Order } from '@tradepost/api';
import { formatMoney, plural } from '@tradepost/domain';
import { Link } from 'react-router';
import { Card } from '../../parts/Page.tsx';
import { Thumb } from '../../parts/Thumb.tsx';
import { optionWords } from '../../parts/Words.tsx';
import { paths } from '../../paths.ts';
import classes from './Order.module.css';
import { remainingOf } from './shipping.ts';

function progress(shipped: number, quantity: number): string | null {
  if (shipped === 0) return null;
  return shipped >= quantity ? 'Shipped' : `${shipped} of ${quantity} shipped`;
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
              {progress(shipped, line.quantity) && <span className="row-note">{progress(shipped, line.quantity)}</span>}
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
