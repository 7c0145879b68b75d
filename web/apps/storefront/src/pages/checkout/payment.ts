import {
  api,
  isProblem,
  keepOrderToken,
  newIdempotencyKey,
  orderHeaders,
  take,
  type OrderPayment,
  type PlacedOrder,
  type PlaceOrder,
  type StartPayment,
} from '@tradepost/api';

/** One submission and its key. Sending the same again uses the same key; anything else gets a new one. */
export class Attempt<T> {
  private fingerprint = '';
  private key = '';

  keyFor(submission: T): string {
    const fingerprint = JSON.stringify(submission);
    if (fingerprint !== this.fingerprint || !this.key) {
      this.fingerprint = fingerprint;
      this.key = newIdempotencyKey();
    }
    return this.key;
  }

  /** The shop has answered for good: the next submission is another one, even with the same contents. */
  settle(): void {
    this.key = '';
  }
}

/** Whether it stays open what became of a submission: then only the same key may be used again. */
export function isUnanswered(error: unknown): boolean {
  return isProblem(error) && (error.status === 0 || error.status >= 500);
}

export async function placeOrder(attempt: Attempt<PlaceOrder>, order: PlaceOrder): Promise<PlacedOrder> {
  const placed = await settled(attempt, order, (key) =>
    take(api.POST('/api/v1/orders', { body: order, params: { header: { 'Idempotency-Key': key } } })),
  );
  keepOrderToken(placed.id, placed.accessToken);
  return placed;
}

export function startPayment(attempt: Attempt<StartPayment>, payment: StartPayment): Promise<OrderPayment> {
  return settled(attempt, payment, (key) =>
    take(
      api.POST('/api/v1/payments', {
        body: payment,
        params: { header: { 'Idempotency-Key': key } },
        headers: orderHeaders(payment.orderId),
      }),
    ),
  );
}

async function settled<T, R>(attempt: Attempt<T>, submission: T, call: (key: string) => Promise<R>): Promise<R> {
  try {
    const answer = await call(attempt.keyFor(submission));
    attempt.settle();
    return answer;
  } catch (error) {
    if (!isUnanswered(error)) attempt.settle();
    throw error;
  }
}

/** Where a payment stands after the shop has answered. */
export type Outcome =
  | { kind: 'done' }
  | { kind: 'waiting' }
  | { kind: 'redirect'; url: string }
  | { kind: 'confirm'; with: ProviderStep }
  | { kind: 'declined' };

/** What is left to do in the provider's own fields or window. */
export interface ProviderStep {
  provider: string;
  secret: string;
  paymentId: string;
}

export function outcomeOf(payment: Pick<OrderPayment, 'id' | 'status' | 'nextAction'>): Outcome {
  const action = payment.nextAction;
  if (action?.type === 'redirect' && action.url) return { kind: 'redirect', url: action.url };
  if (action?.type === 'confirm' && action.provider && action.clientSecret && payment.id) {
    return { kind: 'confirm', with: { provider: action.provider, secret: action.clientSecret, paymentId: payment.id } };
  }
  if (payment.status === 'failed') return { kind: 'declined' };
  return payment.status === 'pending' ? { kind: 'waiting' } : { kind: 'done' };
}

/** Back from the provider: the shop asks it how it went. A proof the provider handed over is checked there. */
export function confirmPayment(orderId: string, paymentId: string, proof?: Record<string, string>): Promise<OrderPayment> {
  return take(
    api.POST('/api/v1/payments/{id}/confirmation', {
      params: { path: { id: paymentId } },
      body: { proof },
      headers: orderHeaders(orderId),
    }),
  );
}
