import { formatMoney } from '@tradepost/domain';
import { useCallback, useEffect, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { loadScript } from './provider-script.ts';
import type { StepProps } from './ProviderPanel.tsx';

const script = 'https://checkout.razorpay.com/v1/checkout.js';
const unloaded = 'The payment window could not be loaded. Check your connection or content blocker, then try again.';

interface RazorpayOptions {
  key: string;
  order_id: string;
  handler: (proof: Record<string, string>) => void;
  modal: { ondismiss: () => void };
}

declare global {
  interface Window {
    Razorpay?: new (options: RazorpayOptions) => { open: () => void; on: (event: 'payment.failed', heard: () => void) => void };
  }
}

/** Razorpay's own window, for cards and UPI. It opens by itself once; a buyer who closed it opens it again. */
export function RazorpayStep({ secret, settings, amount, onDone, onProblem }: StepProps) {
  const [busy, setBusy] = useState(true);
  const key = settings.keyId ?? '';
  const open = useCallback(async () => {
    setBusy(true);
    onProblem(null);
    try {
      await loadScript(script);
      const Checkout = globalThis.window.Razorpay;
      if (!Checkout) throw new Error('no checkout');
      const opened = new Checkout({
        key,
        order_id: secret,
        handler: (proof) => void onDone(proof).finally(() => setBusy(false)),
        modal: {
          ondismiss: () => {
            setBusy(false);
            onProblem('You closed the payment window before paying.');
          },
        },
      });
      opened.on('payment.failed', () => onProblem('Your bank declined the payment. Try again in the window or choose another way there.'));
      opened.open();
    } catch {
      setBusy(false);
      onProblem(unloaded);
    }
  }, [key, secret, onDone, onProblem]);
  useEffect(() => {
    const timer = setTimeout(() => void open(), 0);
    return () => clearTimeout(timer);
  }, [open]);
  return (
    <Button size="l" busy={busy} onClick={() => void open()} className="tabular w-full">
      {busy ? 'Waiting for the payment window…' : `Open the payment window to pay ${formatMoney(amount)}`}
    </Button>
  );
}
