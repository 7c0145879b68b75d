import type { PricePlan } from '@tradepost/api';
import { formatMoney } from '@tradepost/domain';
import { useCancelPlan } from '../../data/prices.ts';
import { problemOf } from '../../data/problems.ts';
import { useToast } from '../../parts/Toasts.tsx';

/** Calls a plan off and says what it did to the price. */
export function useCallOff() {
  const cancel = useCancelPlan();
  const toast = useToast();
  return async (plan: PricePlan) => {
    try {
      const over = await cancel.mutateAsync(plan.id);
      const detail =
        over.outcome === 'restored'
          ? `${plan.productName} costs ${formatMoney(over.currentPrice)} again.`
          : over.outcome === 'kept'
            ? 'The price was edited meanwhile, so it stays as it is.'
            : undefined;
      toast({ title: 'The plan is called off', ...(detail && { detail }) });
    } catch (error) {
      toast({ title: 'The plan was not called off', detail: problemOf(error).message, tone: 'danger' });
    }
  };
}
