import { useQuery } from '@tanstack/react-query';
import { formatMoney } from '@tradepost/domain';
import { CreditCard, PackageCheck, ReceiptText, RotateCcw, type LucideIcon } from 'lucide-react';
import { settingsQuery } from '../../app/queries.ts';

/** Promises the shop keeps, in one line each. */
export function TrustRow() {
  const over = useQuery(settingsQuery()).data?.freeShippingOver;
  const facts: [LucideIcon, string, string][] = [
    [
      PackageCheck,
      'Delivery you can follow',
      over ? `Free over ${formatMoney(over).replace(/\.00$/, '')}, with live tracking.` : 'Every order has live tracking.',
    ],
    [RotateCcw, '30 days to return', 'Unused things come back without questions.'],
    [CreditCard, 'Safe payment', 'Cards are handled by the payment provider. We never see the number.'],
    [ReceiptText, 'Totals that explain themselves', 'Each discount, tax and fee is shown to the cent.'],
  ];
  return (
    <section aria-label="Our promises" className="page mt-16 md:mt-24">
      <ul className="grid gap-x-8 gap-y-6 border-t border-line pt-10 sm:grid-cols-2 lg:grid-cols-4">
        {facts.map(([Icon, title, text]) => (
          <li key={title} className="flex gap-4">
            <Icon size={24} strokeWidth={1.6} aria-hidden className="mt-0.5 shrink-0 text-accent" />
            <div>
              <h2 className="font-semibold tracking-normal">{title}</h2>
              <p className="mt-0.5 text-sm text-pretty text-ink-2">{text}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
