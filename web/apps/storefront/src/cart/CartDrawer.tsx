import { useQuery } from '@tanstack/react-query';
import type { Money } from '@tradepost/api';
import { formatMoney, plural } from '@tradepost/domain';
import { ShoppingBag } from 'lucide-react';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { paths } from '../app/paths.ts';
import { settingsQuery } from '../app/queries.ts';
import { Button, ButtonLink } from '../components/Button.tsx';
import { Sheet } from '../components/Sheet.tsx';
import { Empty } from '../components/States.tsx';
import { useCart } from './CartContext.tsx';
import { CartLineRow } from './CartLineRow.tsx';

export function CartDrawer() {
  const { cart, count, drawerOpen, setDrawerOpen } = useCart();
  const { pathname } = useLocation();
  useEffect(() => setDrawerOpen(false), [pathname, setDrawerOpen]);
  const filled = cart && cart.lines.length > 0;
  const footer = filled && (
    <div className="space-y-3">
      <FreeDelivery subtotal={cart.totals.subtotal} />
      <p className="tabular flex items-baseline justify-between text-lg font-semibold" aria-live="polite">
        <span>Subtotal</span>
        {formatMoney(cart.totals.subtotal)}
      </p>
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
        <ul className="divide-y divide-line">
          {cart.lines.map((line) => (
            <CartLineRow key={line.id} line={line} />
          ))}
        </ul>
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

function FreeDelivery({ subtotal }: { subtotal: Money }) {
  const over = useQuery(settingsQuery()).data?.freeShippingOver;
  if (!over || over.currency !== subtotal.currency) return null;
  const missing = over.minor - subtotal.minor;
  const share = Math.min(100, Math.floor((subtotal.minor * 100) / Math.max(1, over.minor)));
  return (
    <div className="text-sm text-ink-2">
      <p>
        {missing > 0
          ? `${formatMoney({ ...over, minor: missing })} more and standard delivery is free.`
          : 'Standard delivery is free.'}
      </p>
      <div aria-hidden className="mt-2 h-1.5 overflow-hidden rounded-full bg-sunken">
        <div className="h-full rounded-full bg-accent transition-[width] duration-240" style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}
