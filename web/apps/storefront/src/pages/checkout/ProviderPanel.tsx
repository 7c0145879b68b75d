import type { Money } from '@tradepost/api';
import { wordsFor } from '@tradepost/ui';
import { ArrowLeft } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Alert } from '../../components/Alert.tsx';
import { Button } from '../../components/Button.tsx';
import type { ProviderStep } from './payment.ts';
import { RazorpayStep } from './RazorpayStep.tsx';
import { StripeStep } from './StripeStep.tsx';
import type { Paying } from './usePayment.ts';

interface ProviderPanelProps {
  step: ProviderStep & { orderId: string };
  settings: Record<string, string>;
  amount: Money;
  payment: Pick<Paying, 'confirmed' | 'leaveStep'>;
}

export interface StepProps {
  secret: string;
  settings: Record<string, string>;
  orderId: string;
  amount: Money;
  onDone: (proof?: Record<string, string>) => Promise<void>;
  onProblem: (words: string | null) => void;
}

/** The last step of paying, in the provider's own fields or window. The order stands; nothing is charged before the buyer confirms here. */
export function ProviderPanel({ step, settings, amount, payment }: ProviderPanelProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const { confirmed, leaveStep } = payment;
  const done = useCallback(
    (proof?: Record<string, string>) => confirmed(proof).catch((error: unknown) => setProblem(wordsFor(error))),
    [confirmed],
  );
  const Step = step.provider === 'stripe' ? StripeStep : step.provider === 'razorpay' ? RazorpayStep : null;
  return (
    <div className="space-y-5">
      {problem !== null && (
        <Alert tone="danger" title="Not paid yet" announce>
          <p>{problem}</p>
          <p className="mt-1 text-ink-2">Nothing was charged. Your order is kept and its items stay reserved for a while.</p>
        </Alert>
      )}
      {Step ? (
        <Step secret={step.secret} settings={settings} orderId={step.orderId} amount={amount} onDone={done} onProblem={setProblem} />
      ) : (
        <Alert tone="warn">This way to pay cannot be finished here. Choose another one.</Alert>
      )}
      <Button look="quiet" onClick={leaveStep}>
        <ArrowLeft size={17} aria-hidden />
        Pay another way
      </Button>
    </div>
  );
}
