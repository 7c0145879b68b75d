import { useQuery } from '@tanstack/react-query';
import { formatDeliveryWindow, formatMoney } from '@tradepost/domain';
import { RotateCcw, Truck } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { settingsQuery } from '../../app/queries.ts';

/** What delivery and returns mean for this product, in two lines. The exact days come with the address at checkout. */
export function DeliveryLines() {
  const over = useQuery(settingsQuery()).data?.freeShippingOver;
  const [today] = useState(() => new Date());
  return (
    <ul className="mt-6 divide-y divide-line rounded-card border border-line text-[0.9375rem]">
      <li className="flex gap-3.5 p-4">
        <Truck size={20} strokeWidth={1.7} aria-hidden className="mt-0.5 shrink-0 text-ink-2" />
        <div>
          <p>Usually arrives {formatDeliveryWindow(today, { min: 3, max: 5 })}</p>
          <p className="text-sm text-ink-2">
            {over ? `Standard delivery is free over ${formatMoney(over).replace(/\.00$/, '')}. ` : ''}Express is one to two days.
          </p>
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
