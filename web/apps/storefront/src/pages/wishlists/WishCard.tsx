import type { WishlistCard, WishlistItem, WishNotice } from '@tradepost/api';
import { formatMoney, percentOff } from '@tradepost/domain';
import { BellRing, CircleOff, Ellipsis, ShoppingBag, TrendingDown, X } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { optionWords } from '../../cart/notices.ts';
import { Badge } from '../../components/Badge.tsx';
import { Button, IconButton } from '../../components/Button.tsx';
import { Picture } from '../../components/Picture.tsx';
import { Price } from '../../components/Price.tsx';
import type { ListActions } from './useListActions.ts';

interface WishCardProps {
  item: WishlistItem;
  actions: ListActions;
  others: Pick<WishlistCard, 'id' | 'name'>[];
  told: boolean;
}

/** A thing on a list: what it is, what it costs now, what changed, and what can be done with it. */
export function WishCard({ item, actions, others, told }: WishCardProps) {
  const options = optionWords(item.options);
  const busy = actions.busy === item.id;
  const gone = item.status === 'unavailable';
  return (
    <article
      aria-busy={busy || undefined}
      className={`flex h-full min-w-0 flex-col transition-opacity ${busy ? 'opacity-60' : ''}`}
    >
      <div className="relative overflow-hidden rounded-card bg-sunken">
        <Picture
          url={item.imageUrl}
          alt=""
          sizes="(min-width: 1024px) 260px, 46vw"
          className={item.status === 'available' ? '' : 'opacity-60'}
        />
        <div className="absolute bottom-3 left-3">
          <Fact item={item} />
        </div>
        <IconButton
          label={`Take ${item.name} off the list`}
          disabled={busy}
          onClick={() => void actions.remove(item)}
          className="absolute top-1 right-1 before:absolute before:inset-1.5 before:rounded-full before:bg-raised/85 before:shadow-1"
        >
          <X size={17} aria-hidden className="relative" />
        </IconButton>
      </div>
      <h3 className="mt-3 line-clamp-2 text-[0.9375rem] leading-snug font-medium tracking-normal break-words">
        {gone ? (
          item.name
        ) : (
          <Link to={paths.product(item.slug, options ? item.sku : undefined)} className="hover:underline">
            {item.name}
          </Link>
        )}
      </h3>
      {options && <p className="text-sm text-ink-2">{options}</p>}
      <div className="mt-1">{!gone && <Price price={item.price} was={item.compareAtPrice} />}</div>
      {item.notices.map((notice) => (
        <Note key={notice.code} notice={notice} />
      ))}
      {item.status === 'outOfStock' && told && <p className="mt-1.5 text-sm text-ink-2">We mail you when it is back.</p>}
      {!gone && <Buttons item={item} actions={actions} others={others} busy={busy} />}
    </article>
  );
}

function Buttons({ item, actions, others, busy }: Omit<WishCardProps, 'told'> & { busy: boolean }) {
  const here = item.status === 'available';
  return (
    <div className="mt-auto flex items-center gap-1 pt-3">
      <Button
        look="secondary"
        className="min-w-0 grow px-3!"
        busy={busy}
        disabled={!here}
        onClick={() => void actions.moveToCart(item)}
        aria-label={here ? `Move ${item.name} to cart` : undefined}
      >
        {here && !busy && <ShoppingBag size={16} aria-hidden className="max-xs:hidden" />}
        {!here && 'Out of stock'}
        {here && <span className="min-[23rem]:hidden">To cart</span>}
        {here && <span className="max-[23rem]:hidden">Move to cart</span>}
      </Button>
      {others.length > 0 && <MoveMenu item={item} actions={actions} others={others} />}
    </div>
  );
}

function Fact({ item }: { item: WishlistItem }) {
  const saving = percentOff(item.price, item.compareAtPrice);
  if (item.status === 'unavailable') return <Badge tone="plain">Gone</Badge>;
  if (item.status === 'outOfStock') return <Badge tone="plain">Out of stock</Badge>;
  if (saving > 0) return <Badge tone="sale">−{saving}%</Badge>;
  return item.available <= 3 ? <Badge tone="warn">Only {item.available} left</Badge> : null;
}

const looks: Record<string, { icon: typeof TrendingDown; tone: string }> = {
  priceDrop: { icon: TrendingDown, tone: 'text-success' },
  backInStock: { icon: BellRing, tone: 'text-success' },
  unavailable: { icon: CircleOff, tone: 'text-ink-2' },
};

function Note({ notice }: { notice: WishNotice }) {
  const { icon: Icon, tone } = looks[notice.code] ?? { icon: BellRing, tone: 'text-ink-2' };
  const words =
    notice.code === 'priceDrop' && notice.from ? `Was ${formatMoney(notice.from)} when you added it` : notice.message;
  return (
    <p className={`tabular mt-1.5 flex items-start gap-1.5 text-sm ${tone}`}>
      <Icon size={16} className="mt-0.5 shrink-0" aria-hidden />
      {words}
    </p>
  );
}

function MoveMenu({ item, actions, others }: Pick<WishCardProps, 'item' | 'actions' | 'others'>) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton label={`Move ${item.name} to another list`}>
          <Ellipsis size={20} aria-hidden />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          className="animate-fade z-50 max-h-72 w-60 overflow-y-auto rounded-control border border-line bg-raised p-1.5 shadow-2"
        >
          <DropdownMenu.Label className="px-3 py-1.5 text-xs text-ink-2">Move to</DropdownMenu.Label>
          {others.map((other) => (
            <DropdownMenu.Item
              key={other.id}
              onSelect={() => void actions.moveTo(item, other)}
              className={`flex min-h-11 cursor-pointer items-center rounded-chip px-3 text-sm break-words outline-none
                data-highlighted:bg-sunken`}
            >
              {other.name}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
