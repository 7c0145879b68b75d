import type { ShippingProblem } from '@tradepost/api';

const titles: Record<string, string> = {
  tooHeavy: 'Too heavy to send there',
  tooLarge: 'Too large to send there',
  noMethod: 'No delivery at the moment',
};

/** What is wrong, in a line; the shop's own message says what helps. */
export const problemTitle = (problem: ShippingProblem | null | undefined): string =>
  titles[problem?.reason ?? ''] ?? 'We cannot deliver there yet';
