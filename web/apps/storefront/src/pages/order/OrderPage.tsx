import { isProblem, orderToken, type Order } from '@tradepost/api';
import { formatDateTime } from '@tradepost/domain';
import { PackageX, Printer } from 'lucide-react';
import { useLocation, useParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useTitle } from '../../app/title.ts';
import { Totals } from '../../cart/Totals.tsx';
import { Badge } from '../../components/Badge.tsx';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { Empty, Failure, Loading } from '../../components/States.tsx';
import { useSession } from '../../session/useSession.ts';
import { OrderReturns } from '../returns/OrderReturns.tsx';
import { ReturnActions } from '../returns/ReturnActions.tsx';
import { Arrival } from './Arrival.tsx';
import { BuyAgain } from './BuyAgain.tsx';
import { CancelOrder } from './CancelOrder.tsx';
import { Documents } from './Documents.tsx';
import { MakeAccount } from './MakeAccount.tsx';
import { OrderFacts } from './OrderFacts.tsx';
import { OrderLines } from './OrderLines.tsx';
import { PayAgain } from './PayAgain.tsx';
import { Progress } from './Progress.tsx';
import { Shipments } from './Shipments.tsx';
import { Timeline } from './Timeline.tsx';
import { useLinkKey } from './useLinkKey.ts';
import { useLiveOrder, type Liveness } from './useLiveOrder.ts';
import { isCancellable, isPaidAtTheDoor, nowWords, progressOf, statusTones, statusWords } from './words.ts';

export function OrderPage() {
  const { id = '' } = useParams();
  useLinkKey(id);
  const { status } = useSession();
  const { data: order, error, isPending, refetch, liveness } = useLiveOrder(id);
  useTitle(order ? `Order ${order.number}` : 'Order');
  if (isPending) return <OrderSkeleton />;
  if (!order) {
    const hidden = isProblem(error) && (error.status === 404 || error.status === 401 || error.status === 400);
    return hidden ? (
      <Hidden signedIn={status === 'signedIn'} id={id} />
    ) : (
      <Failure error={error} heading="h1" retry={() => void refetch()} />
    );
  }
  return <OrderView order={order} liveness={liveness} />;
}

function OrderView({ order, liveness }: { order: Order; liveness: Liveness }) {
  const { status } = useSession();
  const state = useLocation().state as { arrival?: 'thanks' | 'waiting' } | null;
  const progress = progressOf(order);
  const onDelivery = isPaidAtTheDoor(order);
  const guest = status === 'guest' && orderToken(order.id) !== null;
  return (
    <div className="page max-w-6xl pt-8 md:pt-12">
      <Arrival order={order} arrival={state?.arrival ?? null} />
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div>
          <h1 className="text-3xl font-bold">Order {order.number}</h1>
          <p className="mt-1 text-ink-2">Placed {formatDateTime(order.placedAt)}</p>
        </div>
        <div className="flex items-center gap-3">
          <LiveMark liveness={liveness} />
          <Badge tone={statusTones[order.status] ?? 'plain'}>{statusWords[order.status] ?? order.status}</Badge>
        </div>
      </div>
      <section aria-label="Status" className="mt-8 rounded-panel border border-line p-6 md:p-8">
        {progress >= 0 && <Progress done={progress} onDelivery={onDelivery} />}
        <p role="status" className={`text-pretty text-ink-2 ${progress >= 0 ? 'mt-6 text-center' : ''}`}>
          <span className="sr-only">{statusWords[order.status]}. </span>
          {nowWords(order)}
        </p>
      </section>
      <div className="mt-10 grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-12">
          {order.status === 'pendingPayment' && !onDelivery && <PayAgain order={order} waiting={state?.arrival === 'waiting'} />}
          <Shipments order={order} />
          <OrderReturns order={order} />
          <OrderLines order={order} />
          <Timeline entries={order.timeline} />
        </div>
        <aside aria-label="Details" className="space-y-8">
          <section aria-labelledby="sums" className="rounded-panel bg-sunken p-6">
            <h2 id="sums" className="mb-4 text-lg font-semibold">
              Sums
            </h2>
            <Totals totals={order.totals} trace={order.trace} />
          </section>
          <OrderFacts order={order} />
          <Documents order={order} />
          <div className="no-print flex flex-wrap gap-3">
            <Button look="secondary" onClick={() => globalThis.print()}>
              <Printer size={17} aria-hidden />
              Print
            </Button>
            <ReturnActions order={order} />
            {order.status !== 'pendingPayment' && <BuyAgain order={order} />}
            {isCancellable(order) && <CancelOrder order={order} />}
          </div>
          {isCancellable(order) && order.mayCancelUntil && (
            <p className="no-print -mt-5 text-sm text-ink-2">You can cancel until {formatDateTime(order.mayCancelUntil)}.</p>
          )}
          {guest && <MakeAccount order={order} />}
        </aside>
      </div>
    </div>
  );
}

function LiveMark({ liveness }: { liveness: Liveness }) {
  if (liveness === 'connecting') return null;
  return (
    <span className="no-print flex items-center gap-1.5 text-sm text-ink-2">
      <span aria-hidden className={`size-2 rounded-full ${liveness === 'live' ? 'bg-success' : 'bg-warn'}`} />
      {liveness === 'live' ? 'Updates by itself' : 'Checked every few seconds'}
    </span>
  );
}

/** A stranger's order and none at all look the same, so the page offers both ways in. */
function Hidden({ signedIn, id }: { signedIn: boolean; id: string }) {
  return (
    <Empty
      icon={PackageX}
      title="We cannot show this order here"
      heading="h1"
      action={
        <>
          <ButtonLink to={paths.track()}>Find it by number</ButtonLink>
          {!signedIn && (
            <ButtonLink to={paths.signIn(paths.order(id))} look="secondary">
              Sign in
            </ButtonLink>
          )}
        </>
      }
    >
      <p>Look it up with its number and e-mail address{signedIn ? '' : ', or sign in if it belongs to your account'}.</p>
    </Empty>
  );
}

function OrderSkeleton() {
  return (
    <div className="page max-w-6xl pt-8 md:pt-12">
      <Loading label="Loading the order" />
      <div aria-hidden className="space-y-6">
        <div className="skeleton h-10 w-64" />
        <div className="skeleton h-40 rounded-panel!" />
        <div className="skeleton h-24" />
        <div className="skeleton h-24" />
      </div>
    </div>
  );
}
