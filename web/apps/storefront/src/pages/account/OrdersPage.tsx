import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { OrderSummary } from '@tradepost/api';
import { formatDate, formatMoney, plural } from '@tradepost/domain';
import { Package } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { myOrdersQuery } from '../../app/queries.ts';
import { useTitle } from '../../app/title.ts';
import { Badge } from '../../components/Badge.tsx';
import { ButtonLink } from '../../components/Button.tsx';
import { Picture } from '../../components/Picture.tsx';
import { Empty, Failure, Loading } from '../../components/States.tsx';
import { pageCount } from '../listing/filters.ts';
import { statusTones, statusWords } from '../order/words.ts';

export function OrdersPage() {
  useTitle('Your orders');
  const [search] = useSearchParams();
  const page = Math.max(1, Number.parseInt(search.get('page') ?? '1', 10) || 1);
  const { data, error, isPending, refetch } = useQuery({ ...myOrdersQuery(page), placeholderData: keepPreviousData });
  if (isPending)
    return (
      <>
        <Loading label="Loading your orders" />
        <div aria-hidden className="space-y-4">
          {[1, 2, 3].map((one) => (
            <div key={one} className="skeleton h-28 rounded-card!" />
          ))}
        </div>
      </>
    );
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  const count = pageCount(data.total, data.pageSize);
  return (
    <section aria-labelledby="orders">
      <h2 id="orders" className="text-xl font-semibold">
        Orders
      </h2>
      {data.items.length === 0 ? (
        <Empty
          icon={Package}
          title={page > 1 ? 'There is no such page' : 'No orders yet'}
          heading="h2"
          action={
            page > 1 ? (
              <ButtonLink to={paths.accountOrders()}>Go to the first page</ButtonLink>
            ) : (
              <ButtonLink to={paths.search()}>See all products</ButtonLink>
            )
          }
        >
          <p>{page > 1 ? 'You have fewer orders than that.' : 'What you buy appears here, with its way to your door.'}</p>
        </Empty>
      ) : (
        <ul className="mt-4 space-y-4">
          {data.items.map((order) => (
            <li key={order.id}>
              <OrderCard order={order} />
            </li>
          ))}
        </ul>
      )}
      {count > 1 && (
        <nav aria-label="Pages" className="mt-8 flex items-center justify-between gap-4">
          {page > 1 ? (
            <ButtonLink to={paths.accountOrders(page - 1)} look="secondary">
              Newer
            </ButtonLink>
          ) : (
            <span />
          )}
          <span className="tabular text-sm text-ink-2">
            Page {page} of {count}
          </span>
          {page < count ? (
            <ButtonLink to={paths.accountOrders(page + 1)} look="secondary">
              Older
            </ButtonLink>
          ) : (
            <span />
          )}
        </nav>
      )}
    </section>
  );
}

function OrderCard({ order }: { order: OrderSummary }) {
  return (
    <article
      className={`relative flex flex-wrap items-center gap-x-5 gap-y-4 rounded-card border border-line p-5 transition-colors
      duration-150 hover:bg-sunken`}
    >
      <div className="min-w-0 grow">
        <h3 className="tabular font-semibold tracking-normal">
          <Link to={paths.order(order.id)} className="after:absolute after:inset-0 after:rounded-card">
            Order {order.number}
          </Link>
        </h3>
        <p className="tabular mt-0.5 text-sm text-ink-2">
          {formatDate(order.placedAt)} · {plural(order.itemCount, 'item')} · {formatMoney(order.total)}
        </p>
        <div className="mt-2.5">
          <Badge tone={statusTones[order.status] ?? 'plain'}>{statusWords[order.status] ?? order.status}</Badge>
        </div>
      </div>
      <div className="flex gap-2">
        {order.imageUrls.slice(0, 3).map((url, index) => (
          <span key={`${url}/${index}`} className="block w-16 overflow-hidden rounded-control">
            <Picture url={url} alt="" sizes="64px" />
          </span>
        ))}
      </div>
    </article>
  );
}
