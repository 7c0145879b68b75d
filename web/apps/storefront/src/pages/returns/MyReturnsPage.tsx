import { useQuery } from '@tanstack/react-query';
import type { ReturnListItem } from '@tradepost/api';
import { formatDate, formatMoney, plural } from '@tradepost/domain';
import { Undo2 } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useTitle } from '../../app/title.ts';
import { Badge } from '../../components/Badge.tsx';
import { ButtonLink } from '../../components/Button.tsx';
import { Empty, Failure, Loading } from '../../components/States.tsx';
import { pageCount } from '../listing/filters.ts';
import { myReturnsQuery } from './queries.ts';
import { returnStatusWords, returnTones } from './words.ts';

export function MyReturnsPage() {
  useTitle('Your returns');
  const [search] = useSearchParams();
  const page = Math.max(1, Number.parseInt(search.get('page') ?? '1', 10) || 1);
  const { data, error, isPending, refetch } = useQuery(myReturnsQuery(page));
  if (isPending)
    return (
      <>
        <Loading label="Loading your returns" />
        <div aria-hidden className="space-y-4">
          {[1, 2].map((one) => (
            <div key={one} className="skeleton h-24 rounded-card!" />
          ))}
        </div>
      </>
    );
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  const count = pageCount(data.total, data.pageSize);
  return (
    <section aria-labelledby="my-returns">
      <h2 id="my-returns" className="text-xl font-semibold">
        Returns
      </h2>
      {data.items.length === 0 ? (
        <Empty
          icon={Undo2}
          title={page > 1 ? 'There is no such page' : 'No returns'}
          action={
            page > 1 ? (
              <ButtonLink to={paths.accountReturns()}>Go to the first page</ButtonLink>
            ) : (
              <ButtonLink to={paths.accountOrders()}>See your orders</ButtonLink>
            )
          }
        >
          <p>{page > 1 ? 'You have fewer returns than that.' : 'To send something back, open its order.'}</p>
        </Empty>
      ) : (
        <ul className="mt-4 space-y-4">
          {data.items.map((one) => (
            <li key={one.id}>
              <ReturnCard one={one} />
            </li>
          ))}
        </ul>
      )}
      {count > 1 && (
        <nav aria-label="Pages" className="mt-8 flex items-center justify-between gap-4">
          {page > 1 ? (
            <ButtonLink to={paths.accountReturns(page - 1)} look="secondary">
              Newer
            </ButtonLink>
          ) : (
            <span />
          )}
          <span className="tabular text-sm text-ink-2">
            Page {page} of {count}
          </span>
          {page < count ? (
            <ButtonLink to={paths.accountReturns(page + 1)} look="secondary">
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

function ReturnCard({ one }: { one: ReturnListItem }) {
  return (
    <article className="relative rounded-card border border-line p-5 transition-colors duration-150 hover:bg-sunken">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3 className="tabular font-semibold tracking-normal">
          <Link to={paths.return(one.id, one.orderId)} className="after:absolute after:inset-0 after:rounded-card">
            {one.kind === 'withdrawal' ? 'Withdrawal' : 'Return'} {one.number}
          </Link>
        </h3>
        <Badge tone={returnTones[one.status]}>{returnStatusWords[one.status]}</Badge>
      </div>
      <p className="tabular mt-1 text-sm text-ink-2">
        {formatDate(one.requestedAt)} · {plural(one.units, 'item')} of order {one.orderNumber}
        {one.refund && one.refund.minor > 0 ? ` · ${formatMoney(one.refund)} back` : ''}
      </p>
      <p className="mt-2 truncate text-sm text-ink-2">{one.names.join(', ')}</p>
    </article>
  );
}
