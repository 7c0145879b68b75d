import { useQuery } from '@tanstack/react-query';
import { isProblem, type Order } from '@tradepost/api';
import { formatDateTime } from '@tradepost/domain';
import { useParams } from 'react-router';
import { orderById } from '../../data/orders.ts';
import { Card, Page } from '../../parts/Page.tsx';
import { Empty, Failed, Lines } from '../../parts/States.tsx';
import { OrderBadge, PaymentBadge } from '../../parts/StatusBadge.tsx';
import { paths } from '../../paths.ts';
import { OrderReturnsCard } from '../returns/OrderReturnsCard.tsx';
import { CustomerCard } from './OrderCards.tsx';
import { FailedRefunds } from './FailedRefunds.tsx';
import classes from './Order.module.css';
import { NotesCard } from './NotesCard.tsx';
import { OrderActions } from './OrderActions.tsx';
import { OrderLines } from './OrderLines.tsx';
import { OrderTotals } from './OrderTotals.tsx';
import { DocumentsCard } from './DocumentsCard.tsx';
import { MailsCard } from './MailsCard.tsx';
import { PaymentCard } from './PaymentCard.tsx';
import { Shipments } from './Shipments.tsx';
import { TagsCard } from './TagsCard.tsx';
import { Timeline } from './Timeline.tsx';

const back = { to: paths.orders(), label: 'Orders' };

export function Component() {
  const { id = '' } = useParams();
  const order = useQuery(orderById(id));
  if (order.data) return <Loaded order={order.data} />;
  const missing = isProblem(order.error) && (order.error.status === 404 || order.error.status === 400);
  return (
    <Page title={missing ? 'No such order' : 'Order'} back={back}>
      <Card>
        {missing && (
          <Empty title="There is no order with this id">
            Look for it in the list by its number, or by the customer’s name or e-mail.
          </Empty>
        )}
        {!missing && order.isError && (
          <Failed what="The order could not be loaded." error={order.error} onRetry={() => void order.refetch()} />
        )}
        {order.isPending && <Lines count={8} />}
      </Card>
    </Page>
  );
}

function Loaded({ order }: { order: Order }) {
  const mark = (
    <>
      <OrderBadge status={order.status} />
      {order.payment && <PaymentBadge status={order.payment.status} />}
    </>
  );
  return (
    <Page
      title={order.number}
      mark={mark}
      note={`Placed ${formatDateTime(order.placedAt)}`}
      back={back}
      actions={<OrderActions order={order} />}
    >
      <div className={classes.columns}>
        <div className={classes.column}>
          <OrderLines order={order} />
          <OrderTotals order={order} />
          <Shipments order={order} />
          <OrderReturnsCard order={order} />
          <PaymentCard order={order} />
        </div>
        <div className={classes.column}>
          <CustomerCard order={order} />
          <FailedRefunds order={order} />
          <NotesCard order={order} />
          <TagsCard order={order} />
          <DocumentsCard order={order} />
          <MailsCard order={order} />
          <Timeline entries={order.timeline} />
        </div>
      </div>
    </Page>
  );
}
