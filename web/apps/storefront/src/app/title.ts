import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { settingsQuery } from './queries.ts';

/** The tab's title: the page first, the shop after it. */
export function useTitle(title?: string): void {
  const shop = useShopName();
  useEffect(() => {
    document.title = title ? `${title} – ${shop}` : shop;
  }, [title, shop]);
}

export function useShopName(): string {
  return useQuery(settingsQuery()).data?.shopName ?? 'Tradepost';
}
