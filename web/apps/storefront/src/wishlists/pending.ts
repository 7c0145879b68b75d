import { readStored, store } from '../lib/storage.ts';

/** Something a shopper wants: a variant, or a product when none is chosen yet. */
export interface Wish {
  productId: string;
  variantId?: string | undefined;
  name: string;
}

interface Held {
  wish: Wish;
  at: number;
}

const key = 'tradepost.wish';
const longest = 60 * 60_000;

/** Keeps what a guest wished for while they sign in. This tab only, for an hour. */
export function holdWish(wish: Wish): void {
  store(key, { wish, at: Date.now() } satisfies Held, 'session');
}

/** What was held, once. */
export function takeHeldWish(): Wish | null {
  const held = readStored<Held | null>(key, null, 'session');
  store(key, null, 'session');
  return held && Date.now() - held.at < longest ? held.wish : null;
}
