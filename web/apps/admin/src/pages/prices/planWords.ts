import type { PricePlan } from '@tradepost/api';
import { formatDateTime, formatMoney } from '@tradepost/domain';
import type { Tone } from '../../parts/StatusBadge.tsx';

export const planStates: Record<string, { label: string; tone: Tone }> = {
  planned: { label: 'Planned', tone: 'info' },
  running: { label: 'Running', tone: 'ok' },
  ended: { label: 'Ended', tone: 'neutral' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
};

/** When it holds, in one line. */
export function windowWords({ startsAt, endsAt }: Pick<PricePlan, 'startsAt' | 'endsAt'>): string {
  const from = formatDateTime(startsAt);
  return endsAt ? `${from} – ${formatDateTime(endsAt)}` : `From ${from}, for good`;
}

/** What became of the price, for a plan that is over or was overtaken. */
export function outcomeWords(plan: PricePlan): string | null {
  const before = plan.priceBefore ? formatMoney(plan.priceBefore) : 'before';
  switch (plan.outcome) {
    case 'restored':
      return `Put back to ${before}`;
    case 'kept':
      return 'The price was edited meanwhile; the edit stands';
    case 'stays':
      return 'Became the price';
    case 'missed':
      return 'Never began: its time was over before the shop ran';
    case 'gone':
      return 'Never began: the variant is no longer sold';
    default:
      return plan.state === 'running' && !plan.inEffect ? 'Overtaken: somebody edited the price' : null;
  }
}

/** A local date and time as an input types it ("2026-11-27T09:00"), as the instant the API wants. */
export function instantOf(local: string): string | null {
  const at = new Date(local);
  return local === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}
