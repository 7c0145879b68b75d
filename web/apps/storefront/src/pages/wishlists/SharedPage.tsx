import { useQuery } from '@tanstack/react-query';
import { isProblem, type SharedWish, type SharedWishlist } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { Gift } from 'lucide-react';
import { useEffect } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useTitle } from '../../app/title.ts';
import { optionWords } from '../../cart/notices.ts';
import { Badge } from '../../components/Badge.tsx';
import { ButtonLink } from '../../components/Button.tsx';
import { Picture } from '../../components/Picture.tsx';
import { Price } from '../../components/Price.tsx';
import { CardSkeleton } from '../../components/ProductCard.tsx';
import { Empty, Failure, Loading } from '../../components/States.tsx';
import { sharedWishlistQuery } from '../../wishlists/queries.ts';
import { pageCount } from '../listing/filters.ts';
import { Pages } from './WishlistPage.tsx';

const grid = 'grid grid-cols-2 gap-x-4 gap-y-9 sm:gap-x-6 md:grid-cols-3 lg:grid-cols-4';

/** A list as whoever has its link sees it. */
export function SharedPage() {
  const { token = '' } = useParams();
  const [search] = useSearchParams();
  const page = Math.max(1, Number.parseInt(search.get('page') ?? '1', 10) || 1);
  const query = useQuery(sharedWishlistQuery(token, page));
  useTitle(query.data?.name ?? 'A wishlist');
  useNoIndex();
  if (query.isPending)
    return (
      <div className="page pt-8 md:pt-12">
        <Loading label="Loading the wishlist" />
        <div aria-hidden className="skeleton mb-8 h-10 w-64" />
        <div className={grid}>
          {[1, 2, 3, 4].map((one) => (
            <CardSkeleton key={one} />
          ))}
        </div>
      </div>
    );
  if (isProblem(query.error) && query.error.status === 404)
    return (
      <Empty
        icon={Gift}
        title="This list is not shared any more"
        heading="h1"
        action={<ButtonLink to={paths.home()}>To the shop</ButtonLink>}
      >
        <p>Its owner took the link back or made another one. Ask them for the new link.</p>
      </Empty>
    );
  if (query.error) return <Failure error={query.error} heading="h1" retry={() => void query.refetch()} />;
  return <SharedList list={query.data} token={token} />;
}

function SharedList({ list, token }: { list: SharedWishlist; token: string }) {
  const pages = pageCount(list.total, list.pageSize);
  const here = `/wishlists/shared/${encodeURIComponent(token)}`;
  return (
    <div className="page pt-8 md:pt-12">
      <p className="text-sm font-medium text-accent">{list.ownerFirstName ? `${list.ownerFirstName}’s wishlist` : 'A wishlist'}</p>
      <h1 className="mt-1 text-3xl font-bold break-words md:text-4xl">{list.name}</h1>
      <p className="tabular mt-1 text-ink-2">{list.total === 0 ? 'Nothing on it yet' : plural(list.total, 'item')}</p>
      {list.items.length === 0 ? (
        <Empty icon={Gift} title="Nothing to see yet" action={<ButtonLink to={paths.search()}>See all products</ButtonLink>}>
          <p>Come back later: what is put on the list shows up here.</p>
        </Empty>
      ) : (
        <ul aria-label={`Things on ${list.name}`} className={`mt-8 ${grid}`}>
          {list.items.map((item) => (
            <li key={item.variantId} className="min-w-0">
              <SharedCard item={item} />
            </li>
          ))}
        </ul>
      )}
      {pages > 1 && <Pages page={list.page} pages={pages} to={(next) => (next > 1 ? `${here}?page=${next}` : here)} />}
    </div>
  );
}

function SharedCard({ item }: { item: SharedWish }) {
  const options = optionWords(item.options);
  const sold = item.status !== 'unavailable';
  return (
    <article className="group relative min-w-0">
      <div className="relative overflow-hidden rounded-card bg-sunken">
        <Picture
          url={item.imageUrl}
          alt=""
          sizes="(min-width: 1024px) 300px, 46vw"
          className={item.status === 'available' ? '' : 'opacity-60'}
        />
        <div className="absolute top-3 left-3">
          {item.status !== 'available' && <Badge tone="plain">{sold ? 'Out of stock' : 'No longer sold'}</Badge>}
        </div>
      </div>
      <h2 className="mt-3 line-clamp-2 text-[0.9375rem] leading-snug font-medium tracking-normal break-words">
        {sold ? (
          <Link to={paths.product(item.slug, options ? item.sku : undefined)} className="after:absolute after:inset-0 after:rounded-card">
            {item.name}
          </Link>
        ) : (
          item.name
        )}
      </h2>
      {options && <p className="text-sm text-ink-2">{options}</p>}
      <div className="mt-1">{item.price && <Price price={item.price} was={item.compareAtPrice} />}</div>
    </article>
  );
}

/** The server says so in a header too; this is for a page reached inside the app. */
function useNoIndex(): void {
  useEffect(() => {
    const tag = document.createElement('meta');
    tag.name = 'robots';
    tag.content = 'noindex';
    document.head.append(tag);
    return () => tag.remove();
  }, []);
}
