import { useQuery } from '@tanstack/react-query';
import { ApiProblem, type Order } from '@tradepost/api';
import { traceOf, wordsFor } from '@tradepost/ui';
import { useEffect, useState } from 'react';
import { paymentMethodsQuery, settingsQuery } from '../../app/queries.ts';
import { Alert } from '../../components/Alert.tsx';
import { Button } from '../../components/Button.tsx';
import { PayForm } from '../checkout/PayForm.tsx';
import { isUnanswered } from '../checkout/payment.ts';
import { usePayment } from '../checkout/usePayment.ts';

const patience = 45_000;

/** Paying for an order that stands unpaid. While an answer is awaited, a second payment is not offered too soon. */
export function PayAgain({ order, waiting }: { order: Order; waiting: boolean }) {
  const settings = useQuery(settingsQuery()).data;
  const methods = useQuery(paymentMethodsQuery(undefined)).data ?? [];
  const payment = usePayment();
  const [problem, setProblem] = useState<unknown>(null);
  const [patient, setPatient] = useState(waiting);
  useEffect(() => {
    if (!patient) return;
    const timer = setTimeout(() => setPatient(false), patience);
    return () => clearTimeout(timer);
  }, [patient]);
  const failed = order.payment?.status === 'failed';
  const bank = order.payment?.status === 'pending' ? confirmationOf(order) : null;
  if (patient && !failed) {
    return (
      <p className="no-print text-[0.9375rem] text-ink-2">
        Did it not go through?{' '}
        <Button look="quiet" onClick={() => setPatient(false)}>
          Pay another way
        </Button>
      </p>
    );
  }
  if (methods.length === 0 || !settings) return null;
  return (
    <section aria-labelledby="pay" className="no-print">
      <h2 id="pay" className="mb-5 text-xl font-semibold">
        Pay for this order
      </h2>
      {bank && (
        <div className="mb-5">
          <Alert tone="info" title="Your bank is waiting for you">
            <a href={bank} className="text-accent underline underline-offset-4">
              Go on with the confirmation
            </a>{' '}
            or pay another way below.
          </Alert>
        </div>
      )}
      <PayForm
        amount={order.totals.total}
        methods={methods}
        gateway={settings.gateway}
        payment={payment}
        declined={payment.declined ?? (failed ? declinedBefore(order) : null)}
        notice={
          problem !== null && (
            <Alert tone={isUnanswered(problem) ? 'warn' : 'danger'} announce traceId={traceOf(problem)}>
              {wordsFor(problem)}
              {isUnanswered(problem) ? ' Pressing again never pays twice.' : ''}
            </Alert>
          )
        }
        onPay={async (payWith) => {
          setProblem(null);
          await payment.pay(order, payWith).catch(setProblem);
        }}
      />
    </section>
  );
}

/** Where an unfinished confirmation goes on, if the bank asked for one. */
function confirmationOf(order: Order): string | null {
  const action = order.payment?.nextAction;
  return action?.type === 'redirect' ? (action.url ?? null) : null;
}

/** A payment that was declined earlier, told in the words of one that is declined now. */
function declinedBefore(order: Order): ApiProblem {
  return new ApiProblem(402, { code: 'payments.declined', reason: order.payment?.declineReason ?? undefined });
}
