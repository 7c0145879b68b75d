import type { Order } from '@tradepost/api';
import { formatMoney, plural } from '@tradepost/domain';
import { Link } from 'react-router';
import { Card } from '../../parts/Page.tsx';
import { paths } from '../../paths.ts';
import classes from '../orders/Order.module.css';
import { ReturnBadge } from './words.tsx';

/** The order's returns, each one click away. */
export function OrderReturnsCard({ order }: { order: Order }) {
  const returns = order.returns ?? [];
  if (returns.length === 0) return null;
  return (
    <Card title="Returns">
      <div className={classes.stack}>
        {returns.map((one) => (
          <div key={one.id} className={classes.sumRow}>
            <div>
              <Link className="text-link" to={paths.return(one.id)}>
                {one.number}
              </Link>
              <span className="row-note">
                {plural(one.lines.reduce((sum, line) => sum + line.quantity, 0), 'item')}
                {one.refund && one.refund.minor > 0 ? ` · ${formatMoney(one.refund)} back` : ''}
              </span>
            </div>
            <ReturnBadge status={one.status} />
          </div>
        ))}
      </div>
    </Card>
  );
}
