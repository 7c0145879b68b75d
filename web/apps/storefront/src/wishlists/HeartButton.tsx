import { Heart } from 'lucide-react';
import type { Wish } from './pending.ts';
import { useWish } from './useWish.ts';

/** Puts a product on the default wishlist and takes it off again. Floating: it stands on a picture. */
export function HeartButton({ wish, floating = false }: { wish: Wish; floating?: boolean }) {
  const { on, busy, toggle } = useWish(wish);
  const frame = floating
    ? 'size-11 text-ink before:absolute before:inset-1 before:rounded-full before:bg-raised/85 hover:before:bg-raised before:shadow-1'
    : 'size-13 border border-line-strong hover:bg-sunken';
  return (
    <button
      type="button"
      aria-pressed={on}
      aria-label={`${wish.name} on your wishlist`}
      aria-busy={busy || undefined}
      title={on ? 'Take off your wishlist' : 'Put on your wishlist'}
      onClick={toggle}
      className={`relative grid shrink-0 place-items-center rounded-full transition-colors duration-150 ${frame}`}
    >
      <Heart
        size={floating ? 18 : 21}
        aria-hidden
        className={`relative transition-transform duration-150 ${on ? 'fill-current text-sale' : ''} ${busy ? 'scale-90' : ''}`}
      />
    </button>
  );
}
