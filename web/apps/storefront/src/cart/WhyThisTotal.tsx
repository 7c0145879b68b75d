import type { Money, TraceStep } from '@tradepost/api';
import { formatMoney } from '@tradepost/domain';
import { ChevronDown } from 'lucide-react';

/** Every step from the first line to the total, as the shop computed it. */
export function WhyThisTotal({ trace, total }: { trace: TraceStep[]; total: Money }) {
  return (
    <details className="group mt-3">
      <summary
        className={`flex min-h-11 w-fit list-none items-center gap-1.5 text-sm text-accent underline-offset-4 hover:underline
        [&::-webkit-details-marker]:hidden`}
      >
        Why this total
        <ChevronDown size={16} aria-hidden className="transition-transform duration-150 group-open:rotate-180" />
      </summary>
      <ol className="tabular mt-1 space-y-1.5 rounded-control bg-bg p-4 text-sm">
        {trace.map((step, index) => (
          <li key={index} className="flex items-baseline justify-between gap-4">
            <span className="min-w-0 text-pretty break-words text-ink-2">{step.label}</span>
            <span className="whitespace-nowrap">{formatMoney(step.amount)}</span>
          </li>
        ))}
        <li className="flex items-baseline justify-between gap-4 border-t border-line pt-2 font-semibold">
          <span>Total</span>
          <span>{formatMoney(total)}</span>
        </li>
      </ol>
    </details>
  );
}
