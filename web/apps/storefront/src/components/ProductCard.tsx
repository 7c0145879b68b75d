import type { ListingItem } from '@tradepost/api';
import { wordsFor } from '@tradepost/ui';
import { Plus, Check, LoaderCircle } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../app/paths.ts';
import { useCart } from '../cart/CartContext.tsx';
import { useToast } from '../toasts/Toasts.tsx';
import { HeartButton } from '../wishlists/HeartButton.tsx';
import { ProductBadge } from './Badge.tsx';
import { Picture } from './Picture.tsx';
import { Price } from './Price.tsx';
import { Rating } from './Rating.tsx';

const sizes = '(min-width: 1280px) 300px, (min-width: 768px) 31vw, 46vw';

/** The whole card is one link; only adding to the cart is a button of its own. */
export function ProductCard({
  item,
  eager = false,
  heading = 'h3',
}: {
  item: ListingItem;
  eager?: boolean;
  heading?: 'h2' | 'h3';
}) {
  const Heading = heading;
  return (
    <article className="group relative flex min-w-0 flex-col">
      <div className="relative overflow-hidden rounded-card bg-sunken">
        <Picture
          url={item.imageUrl}
          alt=""
          sizes={sizes}
          eager={eager}
          className={`transition-transform duration-240 ease-out group-hover:scale-[1.03] ${item.available > 0 ? '' : 'opacity-60'}`}
        />
        <div className="absolute top-3 left-3">
          <ProductBadge item={item} />
        </div>
      </div>
      <div className="flex grow flex-col gap-1 pt-3">
        {item.brand && <p className="text-[0.8125rem] text-ink-2">{item.brand}</p>}
        <Heading className="line-clamp-2 text-[0.9375rem] leading-snug font-medium tracking-normal break-words text-pretty">
          <Link
            to={paths.product(item.slug)}
            className={`after:absolute after:inset-0 after:z-1 after:rounded-card focus-visible:outline-none
              focus-visible:after:outline-2 focus-visible:after:outline-offset-2
              focus-visible:after:outline-accent`}
          >
            {item.name}
          </Link>
        </Heading>
        <Rating rating={item.rating} count={item.reviewCount} />
        <div className="mt-auto pt-0.5">
          <Price price={item.price} was={item.compareAtPrice} from={item.variantCount > 1} />
        </div>
      </div>
      <div className="absolute top-2 right-2 z-2">
        <HeartButton wish={{ productId: item.id, name: item.name }} floating />
      </div>
      {item.defaultVariantId && item.available > 0 && <QuickAdd item={item} variantId={item.defaultVariantId} />}
    </article>
  );
}

function QuickAdd({ item, variantId }: { item: ListingItem; variantId: string }) {
  const { add, setDrawerOpen } = useCart();
  const toast = useToast();
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle');
  const onClick = async () => {
    if (state === 'busy') return;
    setState('busy');
    try {
      await add({ productId: item.id, variantId, quantity: 1 });
      setState('done');
      setDrawerOpen(true);
      setTimeout(() => setState('idle'), 2000);
    } catch (error) {
      setState('idle');
      toast(wordsFor(error), 'danger');
    }
  };
  const Icon = state === 'busy' ? LoaderCircle : state === 'done' ? Check : Plus;
  // The picture is a square as wide as the card, so its lower edge is one card width (100cqw) down.
  return (
    <div className="pointer-events-none absolute inset-x-0 top-0 z-2 aspect-square">
      <button
        type="button"
        onClick={onClick}
        aria-label={`Add ${item.name} to cart`}
        title="Add to cart"
        className="pointer-events-auto absolute right-2.5 bottom-2.5 grid size-11 place-items-center
          rounded-full bg-raised text-ink shadow-2
          transition-[background-color,color,opacity] duration-150 hover:bg-accent hover:text-on-accent
          pointer-fine:opacity-0 pointer-fine:group-focus-within:opacity-100 pointer-fine:group-hover:opacity-100"
      >
        <Icon size={20} aria-hidden className={state === 'busy' ? 'animate-spin' : ''} />
      </button>
    </div>
  );
}

export function CardSkeleton() {
  return (
    <div aria-hidden>
      <div className="skeleton aspect-square rounded-card!" />
      <div className="skeleton mt-3 h-3.5 w-1/3" />
      <div className="skeleton mt-2 h-4 w-5/6" />
      <div className="skeleton mt-2 h-4 w-1/4" />
    </div>
  );
}
