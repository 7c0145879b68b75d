import { isProblem } from '@tradepost/api';
import { wordsFor } from '@tradepost/ui';
import { useEffect, useRef } from 'react';
import { Alert } from '../../components/Alert.tsx';

/** A declined payment is an ordinary event: what happened, what did not, and what can be done. */
export function DeclinedAlert({ error }: { error: unknown }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In braces: newer browsers answer a promise here, which React would take for a clean-up.
    box.current?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  }, [error]);
  return (
    <div ref={box}>
      <Alert tone="danger" title="The payment was declined" announce>
        <p>
          {isProblem(error)
            ? wordsFor(error)
            : 'Your bank declined the payment. Nothing was charged. Try another card or another way to pay.'}
        </p>
        <p className="mt-1 text-ink-2">Your order is kept and its items stay reserved for a while.</p>
      </Alert>
    </div>
  );
}
