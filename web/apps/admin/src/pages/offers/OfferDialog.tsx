import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { plural } from '@tradepost/domain';
import { useState, type FormEvent } from 'react';
import { useWriteOffer } from '../../data/notices.ts';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { fieldOf, Refusal } from '../../parts/Refusal.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import classes from '../webhooks/Webhooks.module.css';

interface Props {
  opened: boolean;
  agreed: number;
  onClose(): void;
}

export function OfferDialog({ opened, ...rest }: Props) {
  return (
    <Modal opened={opened} onClose={rest.onClose} title="Write an offer" size="md">
      {opened && <Form {...rest} />}
    </Modal>
  );
}

function Form({ agreed, onClose }: Omit<Props, 'opened'>) {
  // One id for one offer: pressing twice sends it once.
  const [id] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState({ title: '', message: '', path: '/search?tag=sale' });
  const write = useWriteOffer();
  const toast = useToast();
  const reason =
    agreed === 0
      ? 'Nobody has agreed to get offers yet.'
      : draft.title.trim() === '' || draft.message.trim() === ''
        ? 'Write a subject and what it is about.'
        : null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason) return;
    try {
      await write.mutateAsync({ id, ...draft });
      toast({ title: 'The offer is going out', detail: `To ${plural(agreed, 'person', 'people')} who agreed.` });
      onClose();
    } catch {
      // The refusal stands in the dialog, beside what was typed.
    }
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <Refusal error={write.error} />
      <TextInput
        label="Subject"
        value={draft.title}
        maxLength={100}
        data-autofocus
        error={fieldOf(write.error, 'title')}
        onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
      />
      <Textarea
        label="What it says"
        autosize
        minRows={4}
        maxRows={12}
        value={draft.message}
        maxLength={2000}
        error={fieldOf(write.error, 'message')}
        onChange={(event) => setDraft({ ...draft, message: event.currentTarget.value })}
      />
      <TextInput
        label="Page it leads to"
        value={draft.path}
        maxLength={300}
        error={fieldOf(write.error, 'path')}
        onChange={(event) => setDraft({ ...draft, path: event.currentTarget.value })}
      />
      <p className={classes.words}>
        {`It goes to ${plural(agreed, 'person', 'people')} who agreed, with a link to unsubscribe. It can’t be called back.`}
      </p>
      <div className={classes.end}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <ReasonedButton type="submit" loading={write.isPending} reason={reason}>
          Send it off
        </ReasonedButton>
      </div>
    </form>
  );
}
