import type { TaxRate } from '@tradepost/api';

/** Stands for every tax class in a rate. */
export const everyClass = '*';

type Zone = Pick<TaxRate, 'postalCodes' | 'exceptPostalCodes'>;

const few = (codes: string[]) => (codes.length > 4 ? `${codes.slice(0, 3).join(', ')} and ${codes.length - 3} more` : codes.join(', '));

/** The postal codes a rate is for, in words; empty when it is for all of them. */
export function zoneOf({ postalCodes, exceptPostalCodes }: Zone): string {
  const only = postalCodes?.length ? few(postalCodes) : '';
  const but = exceptPostalCodes?.length ? `not ${few(exceptPostalCodes)}` : '';
  return [only, but].filter(Boolean).join(', ');
}

const code = /^[A-Z0-9]{1,10}\*?$/;

/** Whether the shop will understand a pattern of postal codes: a code, a beginning (902*) or a range (10000-10999). */
export function isPostalPattern(text: string): boolean {
  const bare = text.replace(/\s/g, '').toUpperCase();
  const [low = '', high, ...rest] = bare.split('-');
  if (high !== undefined && rest.length === 0 && low.length === high.length && !bare.endsWith('*')) {
    return code.test(low) && code.test(high) && low <= high;
  }
  return code.test(bare.replaceAll('-', ''));
}

export function patternProblem(patterns: string[]): string | null {
  const wrong = patterns.find((pattern) => !isPostalPattern(pattern));
  return wrong === undefined ? null : `“${wrong}” is no postal code, beginning like 902* or range like 10000-10999.`;
}
