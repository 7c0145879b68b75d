import { parseMoney } from '@tradepost/domain';

/** A tax rate as typed: 0 to 100, at most four decimals. */
export function percentProblem(text: string): string | null {
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(text.trim())) return 'Enter a percentage, like 8.25.';
  return Number(text) > 100 ? 'A rate is at most 100 %.' : null;
}

export function amountProblem(text: string, currency: string, optional: boolean): string | null {
  if (text.trim() === '') return optional ? null : `Enter an amount in ${currency}.`;
  const money = parseMoney(text, currency);
  if (!money) return `Enter an amount in ${currency}, like 5.90.`;
  return money.minor < 0 ? 'It cannot be negative.' : null;
}

export function daysProblem(min: number | string, max: number | string): string | null {
  const days = [Number(min), Number(max)];
  if (min === '' || max === '' || days.some((day) => !Number.isInteger(day) || day < 0 || day > 365))
    return 'Give both as whole days, 0 to 365.';
  return Number(min) > Number(max) ? 'The earliest day comes after the latest.' : null;
}
