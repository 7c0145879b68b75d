import { api, isProblem, orderHeaders, take, type PlacedOrder, type StartPayment } from '@tradepost/api';
import { useCallback, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { store } from '../../lib/storage.ts';
import { Attempt, isUnanswered, outcomeOf, startPayment } from './payment.ts';

export interface PayWith {
  method: string;
  card: string;
}

export const payingKey = 'tradepost.paying';

/** Pays for an order that stands, from checkout or later from the order's own page. */
export function usePayment() {
  const navigate = useNavigate();
  const attempt = useRef(new Attempt<StartPayment>());
  const [declined, setDeclined] = useState<unknown>(null);

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
        ...(method === 'card' ? { details: { number: card.replace(/\D/g, '') } } : {}),
      };
      // The bank's page may come back to an address without the order in it.
      store(payingKey, order.id, 'session');
      try {
        const outcome = outcomeOf(await startPayment(attempt.current, payment));
        if (outcome.kind === 'redirect') globalThis.location.assign(outcome.url);
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

  return { pay, arrive, declined };
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
