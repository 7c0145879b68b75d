import type { StaffOrder } from '@tradepost/api';
import { formatDate, plural, toDecimal } from '@tradepost/domain';
import { RowLink, type Column } from '../../parts/DataTable.tsx';
import type { CsvColumn } from '../../parts/csv.ts';
import { factOf, OrderBadge, orderStatuses, PaymentBadge, paymentStatuses } from '../../parts/StatusBadge.tsx';
import { Amount, When } from '../../parts/Words.tsx';
import { Tags } from './Tags.tsx';
import { paths } from '../../paths.ts';

export const orderColumns: Column<StaffOrder>[] = [
  {
    key: 'number',
    header: 'Order',
    phone: 'main',
    width: 1,
    cell: (order) => (
      <span className="nowrap">
        <RowLink to={paths.order(order.id)}>{order.number}</RowLink>
      </span>
    ),
  },
  {
    key: 'placed',
    header: 'Placed',
    phone: 'subEnd',
    width: 140,
    sort: { up: 'placedAt', down: '-placedAt' },
    cell: (order) => (
      <span className="soft">
        <When at={order.placedAt} />
      </span>
    ),
  },
  {
    key: 'customer',
    header: 'Customer',
    phone: 'sub',
    cell: (order) => (
      <>
        {order.customerName || order.email}
        {order.tags && order.tags.length > 0 && <Tags tags={order.tags} />}
      </>
    ),
  },
  { key: 'country', header: 'Country', cell: (order) => <span className="soft">{order.country ?? ''}</span> },
  { key: 'status', header: 'Status', phone: 'foot', cell: (order) => <OrderBadge status={order.status} /> },
  { key: 'payment', header: 'Payment', cell: (order) => <PaymentBadge status={order.paymentStatus} /> },
  { key: 'items', header: 'Items', end: true, cell: (order) => <span className="figures soft">{plural(order.itemCount, 'item')}</span> },
  {
    key: 'total',
    header: 'Total',
    phone: 'end',
    end: true,
    width: 120,
    sort: { up: 'total', down: '-total' },
    cell: (order) => <Amount value={order.total} />,
  },
];

export const orderCsv: CsvColumn<StaffOrder>[] = [
  { header: 'Order', value: (order) => order.number },
  { header: 'Placed (UTC)', value: (order) => order.placedAt },
  { header: 'Customer', value: (order) => order.customerName ?? '' },
  { header: 'E-mail', value: (order) => order.email },
  { header: 'Status', value: (order) => factOf(orderStatuses, order.status).label },
  { header: 'Payment', value: (order) => factOf(paymentStatuses, order.paymentStatus).label },
  { header: 'Items', value: (order) => order.itemCount },
  { header: 'Total', value: (order) => toDecimal(order.total) },
  { header: 'Currency', value: (order) => order.total.currency },
];

export function dayRangeWords(from: string | undefined, to: string | undefined): string | null {
  if (!from && !to) return null;
  const day = (value: string) => formatDate(`${value}T12:00:00Z`);
  if (from && to) return from === to ? `Placed on ${day(from)}` : `Placed ${day(from)} – ${day(to)}`;
  return from ? `Placed since ${day(from)}` : `Placed until ${day(to ?? '')}`;
}
