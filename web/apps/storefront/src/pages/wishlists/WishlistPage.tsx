import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { isProblem, type WishlistPage as List } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { ArrowLeft, Heart } from 'lucide-react';
import { Link, useParams, useSearchParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useTitle } from '../../app/title.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { CardSkeleton } from '../../components/ProductCard.tsx';
import { Empty, Failure, Loading } from '../../components/States.tsx';
import { wishlistQuery, wishlistsQuery } from '../../wishlists/queries.ts';
import { pageCount } from '../listing/filters.ts';
import { ListHeader } from './ListHeader.tsx';
import { useListActions } from './useListActions.ts';
import { WishCard } from './WishCard.tsx';

const grid = 'grid grid-cols-2 gap-x-4 gap-y-9 sm:gap-x-6 lg:grid-cols-3 xl:grid-cols-4';

export function WishlistPage() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const page = Math.max(1, Number.parseInt(search.get('page') ?? '1', 10) || 1);
  const query = useQuery({ ...wishlistQuery(id, page), placeholderData: keepPreviousData });
  useTitle(query.data?.name ?? 'Wishlist');
  return (
    <section aria-label="Wishlist">
      <Link
        to={paths.wishlists()}
        className="-mt-2 inline-flex min-h-11 items-center gap-1.5 text-sm text-ink-2 hover:text-ink hover:underline"
      >
        <ArrowLeft size={16} aria-hidden /> All wishlists
      </Link>
      {query.isPending ? (
        <>
          <Loading label="Loading the wishlist" />
          <div className={`mt-4 ${grid}`}>
            {[1, 2, 3, 4].map((one) => (
              <CardSkeleton key={one} />
            ))}
          </div>
        </>
      ) : isProblem(query.error) && [400, 404].includes(query.error.status) ? (
        <Empty icon={Heart} title="This wishlist is not here" action={<ButtonLink to={paths.wishlists()}>Your wishlists</ButtonLink>}>
          <p>It was deleted, or it belongs to somebody else.</p>
        </Empty>
      ) : query.error ? (
        <Failure error={query.error} retry={() => void query.refetch()} />
      ) : (
        <ListView list={query.data} page={page} />
      )}
    </section>
  );
}

function ListView({ list, page }: { list: List; page: number }) {
  const actions = useListActions(list);
  const others = (useQuery(wishlistsQuery()).data?.items ?? []).filter((other) => other.id !== list.id);
  const pages = pageCount(list.total, list.pageSize);
  return (
    <>
      <ListHeader list={list} actions={actions} />
      {list.items.length === 0 ? (
        <Empty
          icon={Heart}
          title={page > 1 ? 'There is no such page' : 'Nothing on this list yet'}
          action={
            page > 1 ? (
              <ButtonLink to={paths.wishlist(list.id)}>Go to the first page</ButtonLink>
            ) : (
              <ButtonLink to={paths.search()}>Look around</ButtonLink>
            )
          }
        >
          {page === 1 && <p>Tap the heart of anything you like, or save something in your cart for later.</p>}
        </Empty>
      ) : (
        <ul aria-label={`Things on ${list.name}`} className={`mt-7 ${grid}`}>
          {list.items.map((item) => (
            <li key={item.id} className="min-w-0">
              <WishCard item={item} actions={actions} others={others} told={list.notify} />
            </li>
          ))}
        </ul>
      )}
      {pages > 1 && <Pages page={page} pages={pages} to={(next) => paths.wishlist(list.id, next)} />}
      {list.items.length > 0 && <p className="sr-only">{plural(list.total, 'thing')} in all.</p>}
    </>
  );
}

export function Pages({ page, pages, to }: { page: number; pages: number; to: (page: number) => string }) {
  return (
    <nav aria-label="Pages" className="mt-10 flex items-center justify-between gap-4">
      {page > 1 ? (
        <ButtonLink to={to(page - 1)} look="secondary">
          Newer
        </ButtonLink>
      ) : (
        <span />
      )}
      <span className="tabular text-sm text-ink-2">
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <ButtonLink to={to(page + 1)} look="secondary">
          Older
        </ButtonLink>
      ) : (
        <span />
      )}
    </nav>
  );
}
