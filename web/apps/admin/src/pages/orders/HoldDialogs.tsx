import { Alert, Button, Modal, TextInput } from '@mantine/core';
import { newIdempotencyKey, type Money, type Order } from '@tradepost/api';
import { formatMoney, parseMoney, toDecimal } from '@tradepost/domain';
import { useState } from 'react';
import { useCapture, useVoid } from '../../data/payments.ts';
import { problemOf } from '../../data/problems.ts';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import classes from './Order.module.css';

interface Props {
  order: Order;
  held: Money;
  opened: boolean;
  onClose(): void;
}

export function whyNotCapture(amount: Money | null, held: Money): string | null {
  if (!amount || amount.minor <= 0) return 'Say how much to take.';
  return amount.minor > held.minor ? `Only ${formatMoney(held)} are held.` : null;
}

/** Taking a part lets the rest go for good; the dialog says so before the button is pressed. */
export function CaptureDialog({ order, held, opened, onClose }: Props) {
  const [text, setText] = useState(toDecimal(held));
  const [key] = useState(newIdempotencyKey);
  const capture = useCapture(order.id);
  const toast = useToast();
  const amount = parseMoney(text, held.currency);
  const reason = whyNotCapture(amount, held);
  const rest = amount ? held.minor - amount.minor : 0;
  const submit = async () => {
    if (reason || !amount) return;
    const done = await capture.mutateAsync({ body: { amount }, key: `${key}-${amount.minor}` }).catch(() => null);
    if (!done) return;
    const taken = done.captured.minor > 0;
    toast({ title: taken ? `${formatMoney(done.captured)} taken` : 'The provider has not answered yet; it is asked again' });
    onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} title="Take the held money?" size="md">
      <div className={classes.dialog}>
        {capture.error && (
          <Alert color="red" role="alert">
            {problemOf(capture.error).message}
          </Alert>
        )}
        <TextInput
          label={`Amount, up to ${formatMoney(held)}`}
          inputMode="decimal"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ul className={classes.consequences}>
          <li>The buyer is charged {amount && !reason ? formatMoney(amount) : 'this amount'} now.</li>
          {rest > 0 && <li>The other {formatMoney({ ...held, minor: rest })} are let go and can’t be taken later.</li>}
        </ul>
        <div className={classes.dialogEnd}>
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
          <ReasonedButton loading={capture.isPending} reason={reason} onClick={() => void submit()}>
            Take {amount && !reason ? formatMoney(amount) : 'it'}
          </ReasonedButton>
        </div>
      </div>
    </Modal>
  );
}

export function VoidDialog({ order, held, opened, onClose }: Props) {
  const [key] = useState(newIdempotencyKey);
  const letGo = useVoid(order.id);
  const toast = useToast();
  const submit = async () => {
    const done = await letGo.mutateAsync(key).catch(() => null);
    if (!done) return;
    toast({ title: done.authorized.minor === 0 ? 'The money is let go' : 'The provider has not answered yet; it is asked again' });
    onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} title="Let the held money go?" size="md">
      <div className={classes.dialog}>
        {letGo.error && (
          <Alert color="red" role="alert">
            {problemOf(letGo.error).message}
          </Alert>
        )}
        <ul className={classes.consequences}>
          <li>{formatMoney(held)} are no longer held and can’t be taken for this order.</li>
          <li>The order stays open and unpaid. The buyer can pay again from the order’s page.</li>
          <li>To call the whole order off, cancel it instead.</li>
        </ul>
        <div className={classes.dialogEnd}>
          <Button variant="default" data-autofocus onClick={onClose}>
            Keep it held
          </Button>
          <Button color="red" loading={letGo.isPending} onClick={() => void submit()}>
            Let it go
          </Button>
        </div>
      </div>
    </Modal>
  );
}
