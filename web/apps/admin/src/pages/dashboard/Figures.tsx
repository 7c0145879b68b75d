import { Skeleton } from '@mantine/core';
import type { OrdersSummary } from '@tradepost/api';
import { formatMoney } from '@tradepost/domain';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import classes from './Dashboard.module.css';

interface Figure {
  label: string;
  value: string | undefined;
  before: string | undefined;
  to: string;
}

function figuresOf(summary: OrdersSummary | undefined): Figure[] {
  const day = summary?.days.at(-1)?.date;
  const to = paths.orders(day ? { from: day, to: day } : {});
  const { today, yesterday } = summary ?? {};
  return [
    { label: 'Revenue today', value: today && formatMoney(today.revenue), before: yesterday && formatMoney(yesterday.revenue), to },
    { label: 'Orders today', value: today?.orders.toLocaleString('en-US'), before: yesterday?.orders.toLocaleString('en-US'), to },
    {
      label: 'Average order',
      value: today && formatMoney(today.averageOrder),
      before: yesterday && formatMoney(yesterday.averageOrder),
      to,
    },
  ];
}

/** Today beside yesterday's whole day, in plain numbers: a percentage of an unfinished day would only alarm. */
export function Figures({ summary }: { summary: OrdersSummary | undefined }) {
  return (
    <ul className={classes.figures} aria-busy={!summary}>
      {figuresOf(summary).map(({ label, value, before, to }) => (
        <li key={label} className={classes.figure}>
          <Link to={to} className={classes.figureLink}>
            <span className={classes.figureLabel}>{label}</span>
            {value === undefined ? <Skeleton height={28} width={120} my={4} /> : <span className={classes.figureValue}>{value}</span>}
            {before === undefined ? (
              <Skeleton height={14} width={90} mt={3} mb={3} />
            ) : (
              <span className={classes.figureBefore}>{before} yesterday</span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
