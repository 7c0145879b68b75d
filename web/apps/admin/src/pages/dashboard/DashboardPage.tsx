import { useQuery } from '@tanstack/react-query';
import { orderSummary } from '../../data/orders.ts';
import { Card, Page } from '../../parts/Page.tsx';
import { Failed } from '../../parts/States.tsx';
import classes from './Dashboard.module.css';
import { Figures } from './Figures.tsx';
import { RecentOrders } from './RecentOrders.tsx';
import { RevenueCard } from './RevenueCard.tsx';
import { ToDo } from './ToDo.tsx';

export function Component() {
  const summary = useQuery(orderSummary());
  const failed = summary.isError && !summary.data;
  return (
    <Page title="Dashboard" note="How the shop is doing today.">
      <div className={classes.grid}>
        {failed ? (
          <Card>
            <Failed what="Today’s figures could not be loaded." error={summary.error} onRetry={() => void summary.refetch()} />
          </Card>
        ) : (
          <Figures summary={summary.data} />
        )}
        <div className={classes.split}>
          <RevenueCard days={summary.data?.days} failed={failed} />
          <ToDo summary={summary.data} failed={failed} />
        </div>
        <RecentOrders />
      </div>
    </Page>
  );
}
