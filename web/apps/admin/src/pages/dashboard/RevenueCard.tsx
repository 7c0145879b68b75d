import { Button, Skeleton } from '@mantine/core';
import type { OrdersSummary } from '@tradepost/api';
import { formatMoney, plural, type Money } from '@tradepost/domain';
import { useState } from 'react';
import { Link } from 'react-router';
import { Card } from '../../parts/Page.tsx';
import { Empty } from '../../parts/States.tsx';
import { paths } from '../../paths.ts';
import classes from './Dashboard.module.css';
import { dayWords, RevenueChart } from './RevenueChart.tsx';

type Days = OrdersSummary['days'];

function totalOf(days: Days): Money {
  return { minor: days.reduce((sum, day) => sum + day.revenue.minor, 0), currency: days[0]?.revenue.currency ?? 'USD' };
}

/** The sum of all days, or the figures of the one that is pointed at. */
function Sum({ days, day }: { days: Days; day?: Days[number] | undefined }) {
  const orders = day ? day.orders : days.reduce((sum, one) => sum + one.orders, 0);
  return (
    <p className={classes.sum}>
      <strong>{formatMoney(day ? day.revenue : totalOf(days))}</strong>
      <span className="soft">{`${plural(orders, 'order')}${day ? `, ${dayWords(day.date, true)}` : ''}`}</span>
    </p>
  );
}

function DayTable({ days }: { days: Days }) {
  return (
    <div className={classes.dayScroll} tabIndex={0} role="region" aria-label="Revenue by day">
      <table className={classes.days}>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Orders</th>
            <th scope="col">Revenue</th>
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map((day) => (
            <tr key={day.date}>
              <th scope="row">
                <Link className="text-link" to={paths.orders({ from: day.date, to: day.date })}>
                  {dayWords(day.date)}
                </Link>
              </th>
              <td>{day.orders.toLocaleString('en-US')}</td>
              <td>{formatMoney(day.revenue)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function RevenueCard({ days, failed }: { days: Days | undefined; failed: boolean }) {
  const [asTable, setAsTable] = useState(false);
  const quiet = days?.every((day) => day.orders === 0);
  const toggle = days && !quiet && (
    <Button size="compact-sm" variant="subtle" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
      {asTable ? 'Show chart' : 'Show table'}
    </Button>
  );
  return (
    <Card title="Revenue, last 14 days" aside={toggle}>
      {!days && !failed && <Skeleton height={236} />}
      {failed && <Empty title="No figures to draw">They will be back when the shop answers.</Empty>}
      {quiet && <Empty title="No orders in these 14 days">The first one will show up here.</Empty>}
      {days &&
        !quiet &&
        (asTable ? (
          <>
            <Sum days={days} />
            <DayTable days={days} />
          </>
        ) : (
          <RevenueChart days={days} head={(day) => <Sum days={days} day={day} />} />
        ))}
    </Card>
  );
}
