import type { Money, TraceStep } from '@tradepost/api';
import { formatMoney } from '@tradepost/domain';
import { Check, ChevronDown } from 'lucide-react';
import { addsUp, groupTrace, type TraceGroup } from './trace.ts';

/** Every step from the first line to the total, as the shop computed it, and that they add up. */
export function WhyThisTotal({ trace, total }: { trace: TraceStep[]; total: Money }) {
  const found = groupTrace(trace, total.currency);
  const counted = found.filter((group) => !group.contained);
  return (
    <details className="group mt-3">
      <summary
        className={`flex min-h-11 w-fit list-none items-center gap-1.5 text-sm text-accent underline-offset-4 hover:underline
        [&::-webkit-details-marker]:hidden`}
      >
        Why this total
        <ChevronDown size={16} aria-hidden className="transition-transform duration-150 group-open:rotate-180" />
      </summary>
      <div className="tabular mt-1 space-y-4 rounded-control bg-bg p-4 text-sm">
        {counted.map((group) => (
          <Group key={group.title} group={group} />
        ))}
        <div className="border-t border-line pt-3">
          <p className="flex items-baseline justify-between gap-4 font-semibold">
            <span>Total</span>
            <span>{formatMoney(total)}</span>
          </p>
          {addsUp(found, total) && (
            <p className="mt-1 flex items-start gap-1.5 text-ink-2">
              <Check size={16} aria-hidden className="mt-0.5 shrink-0 text-success" />
              <span>
                {counted.map((group) => formatMoney(group.sum)).join(' + ').replaceAll('+ -', '− ')} = {formatMoney(total)}
              </span>
            </p>
          )}
        </div>
        {found
          .filter((group) => group.contained)
          .map((group) => (
            <Group key={group.title} group={group} />
          ))}
      </div>
    </details>
  );
}

function Group({ group }: { group: TraceGroup }) {
  return (
    <section aria-label={group.title}>
      <p className="flex items-baseline justify-between gap-4 font-medium">
        <span>{group.title}</span>
        {group.steps.length > 1 && <span>{formatMoney(group.sum)}</span>}
      </p>
      <ol className="mt-1 space-y-1">
        {group.steps.map((step, index) => (
          <li key={index} className="flex items-baseline justify-between gap-4 text-ink-2">
            <span className="min-w-0 text-pretty break-words">{step.label}</span>
            <span className="whitespace-nowrap">{formatMoney(step.amount)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
