import type { Money, PaymentMethod, Settings } from '@tradepost/api';
import { formatMoney } from '@tradepost/domain';
import { Lock } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../components/Button.tsx';
import { focusFirstInvalid, useShownErrors } from '../../lib/use-shown-errors.ts';
import { checkCardNumber } from './contact.ts';
import { DeclinedAlert } from './DeclinedAlert.tsx';
import { PaymentFields } from './PaymentFields.tsx';
import { ProviderPanel } from './ProviderPanel.tsx';
import type { Paying, PayWith } from './usePayment.ts';

interface PayFormProps {
  amount: Money;
  methods: PaymentMethod[];
  gateway: Settings['gateway'];
  payment: Pick<Paying, 'step' | 'confirmed' | 'leaveStep'>;
  declined: unknown;
  /** Told of the way to pay that is chosen, the first one included. */
  onMethod?: ((id: string) => void) | undefined;
  onPay: (payWith: PayWith) => Promise<void>;
  /** More fields above the button, and whether they are all right; called when the form is sent. */
  extra?: ReactNode;
  checkExtra?: () => boolean;
  /** What went wrong other than a declined payment, or what changed. */
  notice?: ReactNode;
}

export function PayForm({ amount, methods, gateway, payment, declined, onMethod, onPay, extra, checkExtra, notice }: PayFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [method, setMethod] = useState(methods[0]?.id ?? 'card');
  const [card, setCard] = useState('');
  const [busy, setBusy] = useState(false);
  const chosen = methods.find((one) => one.id === method);
  const typed = chosen?.provider === 'demo';
  const errors = { card: typed ? checkCardNumber(card) : undefined };
  const { errorOf, leave, showAll } = useShownErrors<'card'>(errors);
  useEffect(() => onMethod?.(method), [onMethod, method]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    showAll();
    const extraFine = checkExtra?.() ?? true;
    if (errors.card || !extraFine) return focusFirstInvalid(form.current);
    setBusy(true);
    try {
      await onPay({ method, card: typed ? card : '' });
    } finally {
      setBusy(false);
    }
  };
  if (payment.step) {
    return <ProviderPanel step={payment.step} settings={chosen?.settings ?? {}} amount={amount} payment={payment} />;
  }
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate className="space-y-5">
      {declined !== null && <DeclinedAlert error={declined} />}
      <PaymentFields
        methods={methods}
        method={method}
        onMethod={setMethod}
        card={card}
        onCard={setCard}
        onCardLeft={() => leave('card')}
        cardError={errorOf('card')}
        gateway={gateway}
      />
      {extra}
      {notice}
      <Button type="submit" size="l" busy={busy} className="tabular w-full">
        {busy ? 'Paying…' : buttonWords(chosen, formatMoney(amount))}
      </Button>
      <p className="flex items-start justify-center gap-2 text-center text-sm text-ink-2">
        <Lock size={15} aria-hidden className="mt-0.5 shrink-0" />
        Pressing twice never pays twice. {typed ? 'Your card number goes' : 'What you enter to pay goes'} to the payment provider only.
      </p>
    </form>
  );
}

/** Where the provider has its own fields, pressing here charges nothing yet, and the words say so. */
function buttonWords(method: PaymentMethod | undefined, amount: string): string {
  if (method?.id === 'cod') return `Place order, ${amount} at the door`;
  if (method?.provider === 'paypal') return `Go to PayPal to pay ${amount}`;
  return method && method.provider !== 'demo' ? `Go on to pay ${amount}` : `Pay ${amount}`;
}
