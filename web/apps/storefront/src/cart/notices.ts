import type { CartLine } from '@tradepost/api';

const words: Record<string, string> = {
  priceChanged: 'The price has changed since you added this.',
  priceRaised: 'The price has gone up since you added this.',
  priceLowered: 'The price has gone down since you added this.',
  insufficient: 'There is less left than you want.',
  outOfStock: 'This has sold out.',
  unavailable: 'This is no longer sold.',
};

/** What changed about a line since last time, in words. */
export function noticeWords(line: Pick<CartLine, 'notices'>): string[] {
  return line.notices.map((notice) => {
    if (typeof notice === 'string') return words[notice] ?? notice;
    return notice.message ?? words[notice.code ?? ''] ?? 'Something about this has changed.';
  });
}

export function optionWords(options: Record<string, string> | null | undefined): string {
  return Object.values(options ?? {}).join(' · ');
}
