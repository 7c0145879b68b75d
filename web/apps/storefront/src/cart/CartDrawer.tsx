import { formatMoney, isZero, negated, plural } from '@tradepost/domain';
import { ShoppingBag } from 'lucide-react';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { paths } from '../app/paths.ts';
import { Button, ButtonLink } from '../components/Button.tsx';
import { Sheet } from '../components/Sheet.tsx';
import { Empty } from '../components/States.tsx';
import { useCart } from './CartContext.tsx';
import { CartLineRow } from './CartLineRow.tsx';
import { CartNotices } from './CartNotices.tsx';
import { FreeDelivery } from './FreeDelivery.tsx';

export function CartDrawer() {
  const { cart, count, drawerOpen, setDrawerOpen } = useCart();
  const { pathname } = useLocation();
  useEffect(() => setDrawerOpen(false), [pathname, setDrawerOpen]);
  const filled = cart && cart.lines.length > 0;
  const footer = filled && (
    <div className="space-y-3">
      <FreeDelivery cart={cart} />
      <div className="tabular space-y-1" aria-live="polite" aria-atomic>
        <p className="flex items-baseline justify-between text-lg font-semibold">
          <span>Subtotal</span>
          {formatMoney(cart.totals.subtotal)}
        </p>
        {!isZero(cart.totals.discount) && (
          <p className="flex items-baseline justify-between text-sm text-success">
            <span>Discounts</span>
            {formatMoney(negated(cart.totals.discount))}
          </p>
        )}
      </div>
      <ButtonLink to={paths.checkout()} size="l" className="w-full">
        Check out
      </ButtonLink>
      <ButtonLink to={paths.cart()} look="quiet" className="w-full">
        View cart
      </ButtonLink>
    </div>
  );
  return (
    <Sheet
      open={drawerOpen}
      onOpenChange={setDrawerOpen}
      title={filled ? `Your cart, ${plural(count, 'item')}` : 'Your cart'}
      side="right"
      footer={footer}
    >
      {filled ? (
        <>
          {(cart.notices?.length ?? 0) > 0 && (
            <div className="pt-5">
              <CartNotices cart={cart} />
            </div>
          )}
          <ul className="divide-y divide-line">
            {cart.lines.map((line) => (
              <CartLineRow key={line.id} line={line} />
            ))}
          </ul>
        </>
      ) : (
        <Empty
          icon={ShoppingBag}
          title="Your cart is empty"
          action={
            <Button look="secondary" onClick={() => setDrawerOpen(false)}>
              Keep looking
            </Button>
          }
        >
          <p>What you add waits here, also when you come back later.</p>
        </Empty>
      )}
    </Sheet>
  );
}
