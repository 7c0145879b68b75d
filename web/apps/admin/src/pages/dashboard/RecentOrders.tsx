import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { orderList } from '../../data/orders.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { Card } from '../../parts/Page.tsx';
import { Empty, Failed } from '../../parts/States.tsx';
import { paths } from '../../paths.ts';
import { orderColumns } from '../orders/orderColumns.tsx';

export function RecentOrders() {
  const orders = useQuery({ ...orderList({ sort: '-placedAt', pageSize: 6 }), refetchInterval: 60_000 });
  const failed = orders.isError && !orders.data;
  return (
    <Card
      title="Recent orders"
      flush
      aside={
        <Link className="text-link" to={paths.orders()}>
          All orders
        </Link>
      }
    >
      {failed && <Failed what="The orders could not be loaded." error={orders.error} onRetry={() => void orders.refetch()} />}
      {orders.data?.items.length === 0 && <Empty title="No orders yet">When somebody buys, the order appears here.</Empty>}
      {!failed && orders.data?.items.length !== 0 && (
        <DataTable label="Recent orders" columns={orderColumns} rows={orders.data?.items} rowKey={(order) => order.id} />
      )}
    </Card>
  );
}
