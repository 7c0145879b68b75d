import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Order, RefundOfOrder } from '@tradepost/api';
import { formatMoney } from '@tradepost/domain';
import { refundsOf, useRetryRefund } from '../../data/ledger.ts';
import { Card } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import classes from './Order.module.css';

/** Money that should have gone back and did not. Shown only when there is some. */
export function FailedRefunds({ order }: { order: Order }) {
  const refunds = useQuery(refundsOf(order.id));
  const failed = refunds.data?.items.filter((refund) => refund.status === 'failed') ?? [];
  if (failed.length === 0) return null;
  return (
    <Card title="Refunds that failed">
      {failed.map((refund) => (
        <FailedRefund key={refund.id} refund={refund} />
      ))}
    </Card>
  );
}

function FailedRefund({ refund }: { refund: RefundOfOrder }) {
  const retry = useRetryRefund();
  const toast = useToast();
  const again = async () => {
    const after = await retry.mutateAsync(refund.id).catch(() => null);
    if (after?.status === 'succeeded') toast({ title: `${formatMoney(refund.amount)} refunded` });
    else if (after?.status === 'pending') toast({ title: 'The refund is on its way' });
  };
  return (
    <div className={classes.failed}>
      <p>
        <strong className="figures">{formatMoney(refund.amount)}</strong> for “{refund.reason}” was refused by {refund.provider}
        {refund.error ? `: ${refund.error}` : ''}. The customer does not have this money yet.
      </p>
      <Refusal error={retry.error} />
      <Button variant="default" loading={retry.isPending} onClick={() => void again()}>
        Try again
      </Button>
    </div>
  );
}
