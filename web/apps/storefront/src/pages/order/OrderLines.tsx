import type { Order } from '@tradepost/api';
import { formatMoney } from '@tradepost/domain';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { optionWords } from '../../cart/notices.ts';
import { Picture } from '../../components/Picture.tsx';

/** What was bought, as it was bought: names and prices of that day. */
export function OrderLines({ order }: { order: Order }) {
  return (
    <section aria-labelledby="items">
      <h2 id="items" className="text-xl font-semibold">
        Items
      </h2>
      <ul className="mt-2 divide-y divide-line">
        {order.lines.map((line) => (
          <li key={line.id} className="grid grid-cols-[4.5rem_1fr_auto] items-center gap-4 py-4">
            <div className="overflow-hidden rounded-control">
              <Picture url={line.imageUrl} alt="" sizes="72px" />
            </div>
            <div className="min-w-0">
              <h3 className="font-medium tracking-normal break-words">
                <Link to={paths.product(line.slug ?? line.productId)} className="hover:underline">
                  {line.name}
                </Link>
              </h3>
              <p className="tabular text-sm text-ink-2">
                {[optionWords(line.options), `${line.quantity} × ${formatMoney(line.unitPrice)}`].filter(Boolean).join(' · ')}
              </p>
            </div>
            <p className="tabular font-medium">{formatMoney(line.lineTotal)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
