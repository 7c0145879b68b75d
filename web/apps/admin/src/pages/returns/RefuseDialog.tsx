import { Button, Modal, Textarea } from '@mantine/core';
import type { Return } from '@tradepost/api';
import { useState, type FormEvent } from 'react';
import { useRefuse } from '../../data/returns.ts';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { fieldOf, Refusal } from '../../parts/Refusal.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import classes from '../orders/Order.module.css';

export function RefuseDialog({ one, opened, onClose }: { one: Return; opened: boolean; onClose(): void }) {
  const [reason, setReason] = useState('');
  const refuse = useRefuse(one.id);
  const toast = useToast();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = reason.trim() ? await refuse.mutateAsync({ reason: reason.trim() }).catch(() => null) : null;
    if (!done) return;
    toast({ title: `${one.number} refused`, detail: 'The customer is told why.' });
    onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={`Refuse ${one.number}`}>
      <form className={classes.dialog} onSubmit={(event) => void submit(event)}>
        <Refusal error={refuse.error} />
        <Textarea
          label="Reason"
          description="The customer reads it, word for word."
          data-autofocus
          value={reason}
          maxLength={500}
          autosize
          minRows={3}
          error={fieldOf(refuse.error, 'reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={classes.dialogEnd}>
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
          <ReasonedButton
            type="submit"
            color="red"
            reason={reason.trim() ? null : 'Say why first: the customer reads it.'}
            loading={refuse.isPending}
          >
            Refuse the return
          </ReasonedButton>
        </div>
      </form>
    </Modal>
  );
}
