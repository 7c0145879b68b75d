import { useSearchParams } from 'react-router';
import { useLinkKey } from '../order/useLinkKey.ts';

/** The order a link in a mail speaks of, its key kept. */
export function useOrderKey(): string {
  const [search] = useSearchParams();
  const orderId = search.get('order') ?? '';
  useLinkKey(orderId);
  return orderId;
}
