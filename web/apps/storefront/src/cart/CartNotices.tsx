import type { Cart } from '@tradepost/api';
import { formatMoney } from '@tradepost/domain';
import { Link } from 'react-router';
import { paths } from '../app/paths.ts';
import { Alert } from '../components/Alert.tsx';

/** What changed about the cart as a whole since last time. */
export function CartNotices({ cart }: { cart: Cart }) {
  const notices = cart.notices ?? [];
  if (notices.length === 0) return null;
  return (
    <div className="space-y-3">
      {notices.map((notice) => (
        <Alert key={notice.code} tone="warn" announce>
          {notice.message}
          {notice.from && notice.to && ` You saved ${formatMoney(notice.from)}, now ${formatMoney(notice.to)}.`}
          {notice.cartId && (
            <>
              {' '}
              <Link to={paths.restoreCart(notice.cartId)} className="underline underline-offset-4">
                Bring them in once there is room
              </Link>
            </>
          )}
        </Alert>
      ))}
    </div>
  );
}
