import type { ListingItem } from '@tradepost/api';
import { percentOff } from '@tradepost/domain';
import type { ReactNode } from 'react';

const tones = {
  sale: 'bg-sale text-on-sale',
  warn: 'bg-warn-soft text-warn',
  plain: 'bg-raised text-ink-2 border border-line',
  new: 'bg-ink text-bg',
  success: 'bg-success-soft text-success',
  danger: 'bg-danger-soft text-danger',
};

export function Badge({ tone, children }: { tone: keyof typeof tones; children: ReactNode }) {
  return (
    <span className={`tabular inline-flex h-6 items-center rounded-full px-2.5 text-xs font-semibold ${tones[tone]}`}>
      {children}
    </span>
  );
}

/** The one fact about a product that matters most on its card. */
export function ProductBadge({ item }: { item: Pick<ListingItem, 'available' | 'price' | 'compareAtPrice' | 'tags'> }) {
  const saving = percentOff(item.price, item.compareAtPrice);
  if (item.available <= 0) return <Badge tone="plain">Out of stock</Badge>;
  if (saving > 0) return <Badge tone="sale">−{saving}%</Badge>;
  if (item.available <= 3) return <Badge tone="warn">Only {item.available} left</Badge>;
  if (item.tags.includes('new')) return <Badge tone="new">New</Badge>;
  return null;
}
