import type { Cart } from '@tradepost/api';
import { formatMoney, plural } from '@tradepost/domain';
import { ChevronDown } from 'lucide-react';
import { CartNotices } from '../../cart/CartNotices.tsx';
import { CodeField } from '../../cart/CodeField.tsx';
import { optionWords } from '../../cart/notices.ts';
import { Totals } from '../../cart/Totals.tsx';
import { Picture } from '../../components/Picture.tsx';
import { useMedia } from '../../lib/use-media.ts';

/** Beside the form on a desk; on a phone a line at the top that unfolds. */
export function Summary({ cart, placed = false }: { cart: Cart; placed?: boolean }) {
  const wide = useMedia('(min-width: 64rem)');
  const count = cart.lines.reduce((sum, line) => sum + line.quantity, 0);
  if (wide) {
    return (
      <aside aria-labelledby="summary" className="sticky top-6 self-start rounded-panel bg-sunken p-8">
        <h2 id="summary" className="text-lg font-semibold">
          Your order
        </h2>
        <Lines cart={cart} placed={placed} />
      </aside>
    );
  }
  return (
    <aside aria-label="Your order" className="-mx-4 bg-sunken px-4 sm:mx-0 sm:rounded-card sm:px-6">
      <details className="group">
        <summary className="flex min-h-14 list-none items-center justify-between gap-4 [&::-webkit-details-marker]:hidden">
          <span className="flex items-center gap-1.5 text-[0.9375rem] font-medium">
            {plural(count, 'item')}
            <ChevronDown size={18} aria-hidden className="text-ink-2 transition-transform duration-150 group-open:rotate-180" />
          </span>
          <span className="tabular text-lg font-semibold">{formatMoney(cart.totals.total)}</span>
        </summary>
        <div className="pb-5">
          <Lines cart={cart} placed={placed} />
        </div>
      </details>
    </aside>
  );
}

function Lines({ cart, placed }: { cart: Cart; placed: boolean }) {
  return (
    <>
      {(cart.notices?.length ?? 0) > 0 && (
        <div className="mt-5">
          <CartNotices cart={cart} />
        </div>
      )}
      <ul className="my-5 space-y-4">
        {cart.lines.map((line) => (
          <li key={line.id} className="grid grid-cols-[4rem_1fr_auto] items-center gap-4">
            <div className="overflow-hidden rounded-control">
              <Picture url={line.imageUrl} alt="" sizes="64px" />
            </div>
            <div className="min-w-0">
              <p className="text-[0.9375rem] leading-snug font-medium break-words">{line.name}</p>
              <p className="text-sm text-ink-2">
                {[optionWords(line.options), `Quantity ${line.quantity}`].filter(Boolean).join(' · ')}
              </p>
            </div>
            <p className="tabular text-[0.9375rem] font-medium">{formatMoney(line.lineTotal)}</p>
          </li>
        ))}
      </ul>
      {/* An order's price is settled: codes belong to carts. */}
      {!placed && (
        <div className="mb-5">
          <CodeField cart={cart} />
        </div>
      )}
      <Totals
        totals={cart.totals}
        taxIncluded={cart.taxIncluded}
        trace={cart.trace}
        promotions={cart.promotions}
        shippingKnown={Boolean(cart.shippingOptionId)}
        taxKnown={Boolean(cart.address?.country)}
        taxExemption={cart.taxExemption}
      />
    </>
  );
}
