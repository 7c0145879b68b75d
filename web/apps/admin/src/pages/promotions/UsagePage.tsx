import { useQuery } from '@tanstack/react-query';
import type { PromotionUsage, PromotionUse } from '@tradepost/api';
import { formatMoney, plural, toZoned } from '@tradepost/domain';
import { useParams } from 'react-router';
import { promotionById, promotionUsage, promotionUses } from '../../data/promotions.ts';
import { shopSettings } from '../../data/settings.ts';
import { RowLink, type Column } from '../../parts/DataTable.tsx';
import { Views } from '../../parts/ListTools.tsx';
import { ListView } from '../../parts/ListView.tsx';
import { Card } from '../../parts/Page.tsx';
import { Empty, Failed, Lines } from '../../parts/States.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { Amount, When } from '../../parts/Words.tsx';
import { paths } from '../../paths.ts';
import { PromotionFrame } from './PromotionFrame.tsx';
import classes from './Promotions.module.css';

const spans = [7, 30, 90, 365];

const columns: Column<PromotionUse>[] = [
  {
    key: 'when',
    header: 'Used',
    phone: 'main',
    cell: (use) => (
      <RowLink to={paths.order(use.orderId)}>
        <When at={use.usedAt} />
      </RowLink>
    ),
  },
  { key: 'code', header: 'Code', phone: 'sub', cell: (use) => <span className={classes.code}>{use.code ?? '–'}</span> },
  {
    key: 'state',
    header: 'State',
    phone: 'subEnd',
    cell: (use) => <span className="soft">{use.givenBackAt ? 'Given back, order cancelled' : 'Held by the order'}</span>,
  },
  { key: 'amount', header: 'Discount', phone: 'end', end: true, cell: (use) => <Amount value={use.amount} /> },
  { key: 'total', header: 'Order total', end: true, cell: (use) => <Amount value={use.orderTotal} /> },
];

/** The first of so many days that end today, by the shop's clocks. */
const firstOf = (days: number, zone: string) => toZoned(new Date(Date.now() - (days - 1) * 86_400_000).toISOString(), zone).slice(0, 10);

function Figure({ label, value, note }: { label: string; value: string; note?: string | undefined }) {
  return (
    <div className={classes.figure}>
      <dt>{label}</dt>
      <dd className="figures">
        {value}
        {note && <small>{note}</small>}
      </dd>
    </div>
  );
}

function Report({ usage }: { usage: PromotionUsage }) {
  const { total, days } = usage;
  const most = Math.max(1, ...days.map((day) => day.orders));
  const back = total.givenBack > 0 ? `${total.givenBack} given back` : undefined;
  const best = days.reduce((a, b) => (b.orders > a.orders ? b : a));
  return (
    <>
      <dl className={classes.figuresRow}>
        <Figure label="Orders" value={total.orders.toLocaleString('en-US')} note={back} />
        <Figure label="Discount given" value={formatMoney(total.discount)} />
        <Figure label="These orders came to" value={formatMoney(total.revenue)} />
        <Figure
          label="Share of their value"
          value={share(total.discount.minor, total.revenue.minor + total.discount.minor)}
        />
      </dl>
      <Card title="Orders by day">
        <div className={classes.bars} role="img" aria-label={`Orders by day. Most on ${best.date}: ${plural(best.orders, 'order')}.`}>
          {days.map((day) => (
            <span
              key={day.date}
              data-none={day.orders === 0 || undefined}
              title={`${day.date}: ${plural(day.orders, 'order')}`}
              style={{ height: `${(day.orders / most) * 100}%` }}
            />
          ))}
        </div>
        <p className={`${classes.axis} ${classes.words}`}>
          <span>{usage.from}</span>
          <span>{usage.to}</span>
        </p>
        <details className={classes.details}>
          <summary>As a table</summary>
          <table className={classes.days}>
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">Orders</th>
                <th scope="col">Discount</th>
                <th scope="col">Came to</th>
              </tr>
            </thead>
            <tbody>
              {days.filter((day) => day.orders > 0).map((day) => (
                <tr key={day.date}>
                  <th scope="row">{day.date}</th>
                  <td className="figures">{day.orders}</td>
                  <td className="figures">{formatMoney(day.discount)}</td>
                  <td className="figures">{formatMoney(day.revenue)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </Card>
    </>
  );
}

const share = (part: number, whole: number) => (whole === 0 ? '–' : `${((part * 100) / whole).toFixed(1)} %`);

export function Component() {
  const { id = '' } = useParams();
  const { get, page, set } = useListSearch();
  const span = spans.find((days) => String(days) === get('days')) ?? 30;
  const promotion = useQuery(promotionById(id));
  const zone = useQuery(shopSettings()).data?.timeZone ?? 'UTC';
  const usage = useQuery(promotionUsage(id, { from: firstOf(span, zone), to: firstOf(1, zone) }));
  const uses = useQuery(promotionUses(id, page));
  return (
    <PromotionFrame view="usage" {...(promotion.data && { promotion: promotion.data.value })}>
      <div className={classes.stack}>
        <Views
          label="Days to look at"
          views={spans.map((days) => ({
            label: days === 365 ? 'A year' : `${days} days`,
            to: `${paths.promotionUsage(id)}?days=${days}`,
            current: days === span,
          }))}
        />
        {usage.data && <Report usage={usage.data} />}
        {usage.isPending && (
          <Card>
            <Lines count={6} />
          </Card>
        )}
        {usage.isError && !usage.data && (
          <Card>
            <Failed what="The usage could not be loaded." error={usage.error} onRetry={() => void usage.refetch()} />
          </Card>
        )}
        <ListView
          label="Orders that used it"
          query={uses}
          columns={columns}
          rowKey={(use) => use.orderId}
          page={page}
          onPage={(next) => set({ page: next })}
          empty={<Empty title="No order used it yet">Orders show up here as they are placed.</Empty>}
        />
      </div>
    </PromotionFrame>
  );
}
