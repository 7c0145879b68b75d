import { formatMoney } from '@tradepost/domain';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { paths } from '../../app/paths.ts';
import { Button } from '../../components/Button.tsx';
import { Loading } from '../../components/States.tsx';
import { loadScript } from './provider-script.ts';
import type { StepProps } from './ProviderPanel.tsx';

const script = 'https://js.stripe.com/v3/';
const unloaded = 'The payment fields could not be loaded. Check your connection or content blocker, then try again.';

interface StripeElements {
  create: (kind: 'payment') => { mount: (box: HTMLElement) => void; on: (event: 'ready', heard: () => void) => void; destroy: () => void };
}

interface StripeScript {
  elements: (options: { clientSecret: string; appearance: { theme: string } }) => StripeElements;
  confirmPayment: (options: {
    elements: StripeElements;
    confirmParams: { return_url: string };
    redirect: 'if_required';
  }) => Promise<{ error?: { message?: string } }>;
}

declare global {
  interface Window {
    Stripe?: (key: string) => StripeScript;
  }
}

/** Stripe's own fields: the card's number never comes near the shop. */
export function StripeStep({ secret, settings, orderId, amount, onDone, onProblem }: StepProps) {
  const box = useRef<HTMLDivElement>(null);
  const stripe = useRef<{ script: StripeScript; elements: StripeElements } | null>(null);
  const [state, setState] = useState<'loading' | 'ready' | 'busy' | 'failed'>('loading');
  const [tries, setTries] = useState(0);
  const key = settings.publishableKey ?? '';
  useEffect(() => {
    let mounted: { destroy: () => void } | null = null;
    let gone = false;
    const start = async () => {
      await loadScript(script);
      if (gone || !box.current || !globalThis.window.Stripe) return;
      const loaded = globalThis.window.Stripe(key);
      const dark = globalThis.matchMedia('(prefers-color-scheme: dark)').matches;
      const elements = loaded.elements({ clientSecret: secret, appearance: { theme: dark ? 'night' : 'stripe' } });
      const fields = elements.create('payment');
      fields.on('ready', () => setState('ready'));
      fields.mount(box.current);
      [stripe.current, mounted] = [{ script: loaded, elements }, fields];
    };
    start().catch(() => {
      setState('failed');
      onProblem(unloaded);
    });
    return () => {
      gone = true;
      mounted?.destroy();
    };
  }, [key, secret, tries, onProblem]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (state !== 'ready' || !stripe.current) return;
    setState('busy');
    onProblem(null);
    const back = `${globalThis.location.origin}${paths.paymentReturn()}?order=${orderId}`;
    try {
      const { script: loaded, elements } = stripe.current;
      const { error } = await loaded.confirmPayment({ elements, confirmParams: { return_url: back }, redirect: 'if_required' });
      if (error) onProblem(error.message ?? 'Your bank declined the payment. Try another card.');
      else await onDone();
    } finally {
      setState('ready');
    }
  };
  if (state === 'failed') {
    const again = () => {
      onProblem(null);
      setState('loading');
      setTries((count) => count + 1);
    };
    return (
      <Button look="secondary" onClick={again}>
        Load the payment fields again
      </Button>
    );
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="space-y-5" aria-label="Card">
      {state === 'loading' && <Loading label="Loading the payment fields" />}
      <div ref={box} className="min-h-48" />
      <Button type="submit" size="l" busy={state === 'busy'} disabled={state === 'loading'} className="tabular w-full">
        {state === 'busy' ? 'Paying…' : `Pay ${formatMoney(amount)}`}
      </Button>
    </form>
  );
}
