import { useQuery } from '@tanstack/react-query';
import { isProblem } from '@tradepost/api';
import { formatMoney } from '@tradepost/domain';
import { BadgeCheck, TriangleAlert } from 'lucide-react';
import { orderProof } from '../../data/orders.ts';
import classes from './Order.module.css';

const download = (evidence: unknown) => `data:application/json,${encodeURIComponent(JSON.stringify(evidence, null, 2))}`;

/** The order's price, computed anew from what it was computed from then. */
export function Proof({ orderId }: { orderId: string }) {
  const proof = useQuery(orderProof(orderId));
  if (proof.isPending) return <p className={classes.proof}>Pricing the order again …</p>;
  if (proof.isError) {
    const old = isProblem(proof.error) && proof.error.status === 404;
    return (
      <p className={classes.proof}>
        {old ? 'This order is from before the shop kept what totals are computed from.' : 'The sum could not be checked just now.'}
      </p>
    );
  }

  const { reproduced, recomputed, evidence } = proof.data;
  const Icon = reproduced ? BadgeCheck : TriangleAlert;
  return (
    <p className={classes.proof} data-wrong={!reproduced || undefined}>
      <Icon size={16} aria-hidden />
      <span>
        {reproduced
          ? `Priced again from its evidence: ${formatMoney(recomputed.total)}, the same to the last unit. `
          : `Priced again from its evidence it comes to ${formatMoney(recomputed.total)}. Something is wrong: run the shop’s checks. `}
        <a className="text-link" href={download(evidence)} download={`order-${orderId}-evidence.json`}>
          Evidence
        </a>
      </span>
    </p>
  );
}
