import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { OrdersSummary } from '@tradepost/api';
import { ChevronRight } from 'lucide-react';
import { Link } from 'react-router';
import { deadLetterList } from '../../data/messages.ts';
import { lowStock, stockList } from '../../data/stock.ts';
import { Card } from '../../parts/Page.tsx';
import { paths } from '../../paths.ts';
import classes from './Dashboard.module.css';

interface Task {
  label: string;
  note: string;
  count: number | undefined;
  failed?: boolean;
  tone?: 'danger' | 'warn';
  to: string;
}

export function ToDo({ summary, failed: noSummary }: { summary: OrdersSummary | undefined; failed: boolean }) {
  const low = useQuery(stockList({ maxAvailable: lowStock, pageSize: 1 }));
  const dead = useQuery(deadLetterList({ pageSize: 1 }));
  const tasks: Task[] = [
    {
      label: 'Awaiting shipment',
      note: 'Confirmed, not yet packed',
      count: summary?.awaitingShipment,
      failed: noSummary,
      to: paths.orders({ status: 'processing' }),
    },
    {
      label: 'Awaiting payment',
      note: 'Stock is held for them',
      count: summary?.pendingPayment,
      failed: noSummary,
      to: paths.orders({ status: 'pendingPayment' }),
    },
    {
      label: 'Low stock',
      note: `${lowStock} units or fewer`,
      count: low.data?.total,
      failed: low.isError,
      tone: 'warn',
      to: paths.stock({ show: 'low' }),
    },
    {
      label: 'Dead letters',
      note: 'Events that failed for good',
      count: dead.data?.total,
      failed: dead.isError,
      tone: 'danger',
      to: paths.deadLetters(),
    },
  ];
  return (
    <Card title="To do" flush>
      <ul className={classes.tasks}>
        {tasks.map(({ label, note, count, failed, tone, to }) => (
          <li key={label}>
            <Link to={to} className={classes.task}>
              <span>
                <span className={classes.taskLabel}>{label}</span>
                <span className="row-note">{note}</span>
              </span>
              {count === undefined && !failed && <Skeleton height={20} width={24} />}
              {failed && <span className="soft">not known</span>}
              {count !== undefined && (
                <span className={classes.taskCount} data-tone={count > 0 ? tone : undefined}>
                  {count.toLocaleString('en-US')}
                </span>
              )}
              <ChevronRight size={16} aria-hidden className={classes.chevron} />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
