import type { CartLine } from '@tradepost/api';
import { formatMoney } from '@tradepost/domain';

/** What changed about a line since last time, in the shop's words; a price that moved says from where. */
export function noticeWords(line: Pick<CartLine, 'notices'>): string[] {
  return line.notices.map(({ message, from }) => (from ? `${message} It was ${formatMoney(from)}.` : message));
}

export function optionWords(options: Record<string, string> | null | undefined): string {
  return Object.values(options ?? {}).join(' · ');
}
