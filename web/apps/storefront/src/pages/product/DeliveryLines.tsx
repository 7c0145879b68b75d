import { useQuery } from '@tanstack/react-query';
import { formatMoney } from '@tradepost/domain';
import { RotateCcw, Truck } from 'lucide-react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { settingsQuery } from '../../app/queries.ts';
import { DeliveryEstimate } from '../../delivery/DeliveryEstimate.tsx';

/** What delivery and returns mean for this product. */
export function DeliveryLines({ productId, variantId }: { productId: string; variantId: string | undefined }) {
  const over = useQuery(settingsQuery()).data?.freeShippingOver;
  return (
    <ul className="mt-6 divide-y divide-line rounded-card border border-line text-[0.9375rem]">
      <li className="flex gap-3.5 p-4">
        <Truck size={20} strokeWidth={1.7} aria-hidden className="mt-0.5 shrink-0 text-ink-2" />
        <div className="min-w-0 grow">
          <DeliveryEstimate productId={productId} variantId={variantId} />
          {over && <p className="mt-1 text-sm text-ink-2">Delivery can be free over {formatMoney(over).replace(/\.00$/, '')}.</p>}
        </div>
      </li>
      <li className="flex gap-3.5 p-4">
        <RotateCcw size={20} strokeWidth={1.7} aria-hidden className="mt-0.5 shrink-0 text-ink-2" />
        <div>
          <p>30 days to send it back</p>
          <p className="text-sm text-ink-2">
            <Link to={paths.help('returns')} className="underline underline-offset-4 hover:text-ink">
              How returns work
            </Link>
          </p>
        </div>
      </li>
    </ul>
  );
}
