import { api, ApiProblem, isProblem, orderHeaders, take, type PlacedOrder, type StartPayment } from '@tradepost/api';
import { useCallback, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { store } from '../../lib/storage.ts';
import { Attempt, confirmPayment, isUnanswered, outcomeOf, startPayment, type ProviderStep } from './payment.ts';

export interface PayWith {
  method: string;
  card: string;
}

export const payingKey = 'tradepost.paying';

export type Paying = ReturnType<typeof usePayment>;

/** Pays for an order that stands, from checkout or later from the order's own page. */
export function usePayment() {
  const navigate = useNavigate();
  const attempt = useRef(new Attempt<StartPayment>());
  const [declined, setDeclined] = useState<unknown>(null);
  const [step, setStep] = useState<(ProviderStep & { orderId: string }) | null>(null);

  const arrive = useCallback(
    (orderId: string, arrival: 'thanks' | 'waiting') => {
      void navigate(paths.order(orderId), { replace: true, state: { arrival } });
    },
    [navigate],
  );

  const pay = useCallback(
    async (order: Pick<PlacedOrder, 'id'>, { method, card }: PayWith): Promise<void> => {
      setDeclined(null);
      const payment: StartPayment = {
        orderId: order.id,
        method,
        returnUrl: paths.paymentReturn(),
        ...(method === 'card' && card ? { details: { number: card.replace(/\D/g, '') } } : {}),
      };
      // The bank's page may come back to an address without the order in it.
      store(payingKey, order.id, 'session');
      try {
        const outcome = outcomeOf(await startPayment(attempt.current, payment));
        if (outcome.kind === 'redirect') globalThis.location.assign(outcome.url);
        else if (outcome.kind === 'confirm') setStep({ ...outcome.with, orderId: order.id });
        else if (outcome.kind === 'declined') setDeclined(new Error('declined'));
        else arrive(order.id, outcome.kind === 'done' ? 'thanks' : 'waiting');
      } catch (error) {
        if (isUnanswered(error) && (await orderIsThere(order.id))) arrive(order.id, 'waiting');
        else if (isProblem(error, 'payments.already_paid')) arrive(order.id, 'thanks');
        else if (isProblem(error, 'payments.declined')) setDeclined(error);
        else throw error;
      }
    },
    [arrive],
  );

  /** The buyer finished with the provider. What the browser says is not believed: the shop asks, and the order's page tells. */
  const confirmed = useCallback(
    async (proof?: Record<string, string>): Promise<void> => {
      if (!step) return;
      let arrival: 'thanks' | 'waiting' = 'waiting';
      try {
        const payment = await confirmPayment(step.orderId, step.paymentId, proof);
        if (payment.status === 'failed') {
          setStep(null);
          return setDeclined(new ApiProblem(402, { code: 'payments.declined', reason: payment.declineReason ?? undefined }));
        }
        if (payment.status !== 'pending') arrival = 'thanks';
      } catch (error) {
        if (!isUnanswered(error)) throw error;
      }
      arrive(step.orderId, arrival);
    },
    [step, arrive],
  );
  const leaveStep = useCallback(() => setStep(null), []);

  return { pay, arrive, declined, step, confirmed, leaveStep };
}

/** The payment's answer got lost, but the shop is there: the order's page will tell what became of it. */
async function orderIsThere(id: string): Promise<boolean> {
  try {
    await take(api.GET('/api/v1/orders/{id}', { params: { path: { id } }, headers: orderHeaders(id) }));
    return true;
  } catch {
    return false;
  }
}
