import { Alert, Button, Modal, Select, Textarea } from '@mantine/core';
import type { Order } from '@tradepost/api';
import { formatMoney, plural } from '@tradepost/domain';
import { useState } from 'react';
import { useCancel } from '../../data/orders.ts';
import { problemOf } from '../../data/problems.ts';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import classes from './Order.module.css';

const reasons = ['Customer asked for it', 'Cannot be delivered', 'Suspected fraud', 'Not in stock after all', 'Other'];

/** What will happen, in the order in which it does. */
export function consequencesOf(order: Order): string[] {
  const units = order.lines.reduce((sum, line) => sum + line.quantity, 0);
  const paid = order.payment?.status === 'paid' || order.payment?.status === 'partiallyRefunded';
  const amount = order.payment?.amount ?? order.totals.total;
  const refunded = order.payment?.refunded?.minor ?? 0;
  const back = { minor: amount.minor - refunded, currency: amount.currency };
  return [
    `${plural(units, 'unit')} go back into stock.`,
    paid ? `${formatMoney(back)} is refunded to the customer.` : 'Nothing was charged, so nothing is refunded.',
    `${order.email} is told by e-mail.`,
    'The order cannot be opened again.',
  ];
}

export function CancelDialog({ order, opened, onClose }: { order: Order; opened: boolean; onClose(): void }) {
  const [reason, setReason] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const cancel = useCancel(order.id);
  const toast = useToast();
  const words = reason === 'Other' ? note.trim() : (reason ?? '');
  const problem = cancel.error ? problemOf(cancel.error) : null;

  const submit = async () => {
    const done = await cancel.mutateAsync(words).catch(() => null);
    if (!done) return;
    toast({ title: `${order.number} is cancelled` });
    onClose();
  };

  return (
    <Modal opened={opened} onClose={onClose} title={`Cancel ${order.number}?`} size="md">
      <div className={classes.dialog}>
        {problem && (
          <Alert color="red" role="alert">
            {problem.message}
          </Alert>
        )}
        <ul className={classes.consequences}>
          {consequencesOf(order).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <Select label="Reason" placeholder="Choose one" data={reasons} value={reason} onChange={setReason} error={problem?.fields.reason} />
        {reason === 'Other' && (
          <Textarea
            label="In your words"
            value={note}
            maxLength={500}
            autosize
            minRows={2}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
        <div className={classes.dialogEnd}>
          <Button variant="default" onClick={onClose}>
            Keep the order
          </Button>
          <ReasonedButton
            color="red"
            loading={cancel.isPending}
            reason={words === '' ? 'Say why first: the reason stays with the order.' : null}
            onClick={() => void submit()}
          >
            Cancel the order
          </ReasonedButton>
        </div>
      </div>
    </Modal>
  );
}
