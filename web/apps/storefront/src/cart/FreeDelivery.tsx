import type { Cart } from '@tradepost/api';
import { formatMoney } from '@tradepost/domain';

/** How far it is to free delivery, as the shop's rates promise it. */
export function FreeDelivery({ cart }: { cart: Cart }) {
  const over = cart.freeShippingOver;
  const { subtotal } = cart.totals;
  if (!over || over.currency !== subtotal.currency) return null;
  const missing = over.minor - subtotal.minor;
  const share = Math.min(100, Math.floor((subtotal.minor * 100) / Math.max(1, over.minor)));
  return (
    <div className="text-sm text-ink-2">
      <p>
        {missing > 0
          ? `${formatMoney({ ...over, minor: missing })} more and delivery can be free.`
          : 'Enough for free delivery, where we offer it.'}
      </p>
      <div aria-hidden className="mt-2 h-1.5 overflow-hidden rounded-full bg-line">
        <div className="h-full rounded-full bg-accent transition-[width] duration-240" style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}
