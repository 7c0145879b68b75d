import { useDisclosure } from '@mantine/hooks';
import type { Order } from '@tradepost/api';
import { Truck } from 'lucide-react';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { CancelDialog } from './CancelDialog.tsx';
import { RefundDialog } from './RefundDialog.tsx';
import { whyNotRefund } from './refunding.ts';
import { ShipDialog } from './ShipDialog.tsx';

const closed: Record<string, string> = {
  cancelled: 'The order is cancelled.',
  delivered: 'Everything has been delivered.',
};

export function whyNotShip(order: Order): string | null {
  if (order.allowedActions?.includes('ship')) return null;
  if (order.status === 'pendingPayment') return 'The order is not paid yet.';
  return closed[order.status] ?? 'Everything in this order has been shipped.';
}

export function whyNotCancel(order: Order): string | null {
  if (order.allowedActions?.includes('cancel')) return null;
  return closed[order.status] ?? 'Something in this order has been shipped; it can only come back as a return.';
}

export function OrderActions({ order }: { order: Order }) {
  const [shipping, ship] = useDisclosure(false);
  const [cancelling, cancel] = useDisclosure(false);
  const [refunding, refund] = useDisclosure(false);
  return (
    <>
      <ReasonedButton variant="default" reason={whyNotCancel(order)} onClick={cancel.open}>
        Cancel order
      </ReasonedButton>
      <ReasonedButton variant="default" reason={whyNotRefund(order)} onClick={refund.open}>
        Refund
      </ReasonedButton>
      <ReasonedButton leftSection={<Truck size={16} aria-hidden />} reason={whyNotShip(order)} onClick={ship.open}>
        Ship
      </ReasonedButton>
      <ShipDialog order={order} opened={shipping} onClose={ship.close} />
      <RefundDialog order={order} opened={refunding} onClose={refund.close} />
      <CancelDialog order={order} opened={cancelling} onClose={cancel.close} />
    </>
  );
}
