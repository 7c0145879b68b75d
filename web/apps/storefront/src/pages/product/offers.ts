import type { Offer, Offers } from '@tradepost/api';

/** Offers with the moment they were read at by a clock that only goes forward, whatever the reader's calendar says. */
export type ReadOffers = Offers & { readAt: number };

/** What time it is in the shop: its own word when it answered, and what has passed since. */
export const shopTime = ({ now, readAt }: ReadOffers, ticks: number) => Date.parse(now) + (ticks - readAt);

/** Those that still run, the one that ends first in front. */
export function running(offers: Offer[], now: number): Offer[] {
  const end = ({ endsAt }: Offer) => (endsAt ? Date.parse(endsAt) : Number.POSITIVE_INFINITY);
  return offers.filter((offer) => end(offer) > now).sort((a, b) => end(a) - end(b));
}

const pad = (value: number) => String(value).padStart(2, '0');

/** "2 d 3 h", "3:12:45". The last second is shown as one, never as none. */
export function leftWords(endsAt: string, now: number): string {
  const seconds = Math.max(0, Math.ceil((Date.parse(endsAt) - now) / 1000));
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${pad(minutes)}:${pad(seconds % 60)}`;
}

/** How long until what is shown must change: at the next second in the last day, at the next minute before. */
export function nextTick(offers: Offer[], now: number): number | null {
  const ends = offers.flatMap(({ endsAt }) => (endsAt ? [Date.parse(endsAt) - now] : [])).filter((left) => left > 0);
  if (ends.length === 0) return null;
  const least = Math.min(...ends);
  return Math.max(50, least > 86_400_000 ? Math.min(60_000, least - 86_400_000) : least % 1000 || 1000);
}
