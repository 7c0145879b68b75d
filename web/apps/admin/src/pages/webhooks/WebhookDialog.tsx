import { Button, Checkbox, Modal, Switch, TextInput } from '@mantine/core';
import type { Webhook } from '@tradepost/api';
import { useState, type FormEvent } from 'react';
import { useSaveWebhook } from '../../data/notices.ts';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { fieldOf, Refusal } from '../../parts/Refusal.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { SecretOnce } from './SecretOnce.tsx';
import classes from './Webhooks.module.css';

interface Props {
  editing: Webhook | 'new' | null;
  etag: string | null;
  events: string[];
  onClose(): void;
}

export function WebhookDialog({ editing, ...rest }: Props) {
  return (
    <Modal opened={editing !== null} onClose={rest.onClose} title={editing === 'new' ? 'New webhook' : 'Edit webhook'} size="md">
      {editing && <Form hook={editing === 'new' ? null : editing} {...rest} />}
    </Modal>
  );
}

function Form({ hook, etag, events, onClose }: Omit<Props, 'editing'> & { hook: Webhook | null }) {
  const [draft, setDraft] = useState({
    url: hook?.url ?? '',
    description: hook?.description ?? '',
    events: hook?.events ?? [],
    active: hook?.active ?? true,
  });
  const [secret, setSecret] = useState<string | null>(null);
  const save = useSaveWebhook();
  const toast = useToast();
  const reason = draft.url.trim() === '' ? 'Give the address to send to.' : draft.events.length === 0 ? 'Choose at least one event.' : null;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason) return;
    try {
      const saved = await save.mutateAsync({ id: hook?.id, etag, body: { ...draft, url: draft.url.trim() } });
      if (saved.secret) return setSecret(saved.secret);
      toast({ title: 'The webhook is saved' });
      onClose();
    } catch {
      // The refusal stands in the dialog, beside what was typed.
    }
  };
  if (secret) return <SecretOnce secret={secret} onDone={onClose} />;
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <Refusal error={save.error} />
      <TextInput
        label="Address"
        placeholder="https://example.com/tradepost"
        inputMode="url"
        value={draft.url}
        maxLength={1000}
        data-autofocus
        error={fieldOf(save.error, 'url')}
        onChange={(event) => setDraft({ ...draft, url: event.currentTarget.value })}
      />
      <TextInput
        label="What it is for"
        value={draft.description}
        maxLength={200}
        error={fieldOf(save.error, 'description')}
        onChange={(event) => setDraft({ ...draft, description: event.currentTarget.value })}
      />
      <Checkbox.Group
        label="Events"
        value={draft.events}
        error={fieldOf(save.error, 'events')}
        onChange={(chosen) => setDraft({ ...draft, events: chosen })}
      >
        <div className={classes.events}>
          {events.map((name) => (
            <Checkbox key={name} value={name} label={name} />
          ))}
        </div>
      </Checkbox.Group>
      <Switch
        label="Send events"
        description="Off, nothing that happens meanwhile is sent later."
        checked={draft.active}
        onChange={(event) => setDraft({ ...draft, active: event.currentTarget.checked })}
      />
      <div className={classes.end}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <ReasonedButton type="submit" loading={save.isPending} reason={reason}>
          Save
        </ReasonedButton>
      </div>
    </form>
  );
}
