import type { Money, TraceStep } from '@tradepost/api';
import { sumOf } from '@tradepost/domain';

export interface TraceGroup {
  title: string;
  steps: { label: string; amount: Money }[];
  sum: Money;
  /** Shown, but in the total already. */
  contained: boolean;
}

const groups: { title: string; steps: string[]; contained?: boolean }[] = [
  { title: 'Items', steps: ['line'] },
  { title: 'Discounts', steps: ['discount'] },
  { title: 'Delivery', steps: ['shipping'] },
  { title: 'Fees', steps: ['fee'] },
  { title: 'Taxes', steps: ['tax'] },
  { title: 'Tax included in the total', steps: ['includedTax'], contained: true },
];

/** The steps to a total in the order a person asks for them. Steps of a kind nobody foresaw are shown too: they count. */
export function groupTrace(trace: TraceStep[], currency: string): TraceGroup[] {
  const lines = new Map(trace.filter((step) => step.step === 'line').map((step) => [step.lineId, step.label]));
  const known = groups.flatMap((group) => group.steps);
  const others = [...new Set(trace.map((step) => step.step).filter((step) => !known.includes(step)))];
  return [...groups, { title: 'Other', steps: others }]
    .map(({ title, steps, contained = false }) => {
      const mine = trace.filter((step) => steps.includes(step.step));
      return {
        title,
        contained,
        steps: mine.map((step) => ({ label: labelOf(step, lines), amount: step.amount })),
        sum: sumOf(
          mine.map((step) => step.amount),
          currency,
        ),
      };
    })
    .filter((group) => group.steps.length > 0);
}

/** A discount says of what: "Autumn 10 %, 2 × Pebble earbuds". */
function labelOf(step: TraceStep, lines: Map<string | null | undefined, string>): string {
  if (step.step !== 'discount') return step.label;
  return step.lineId ? `${step.label}, ${lines.get(step.lineId) ?? 'an item'}` : `${step.label}, delivery`;
}

/** Whether the steps come to the total, as the shop promises. */
export function addsUp(found: TraceGroup[], total: Money): boolean {
  const sum = sumOf(
    found.filter((group) => !group.contained).map((group) => group.sum),
    total.currency,
  );
  return sum.minor === total.minor;
}
