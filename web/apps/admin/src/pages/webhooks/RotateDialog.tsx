import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useWebhookActions } from '../../data/notices.ts';
import { Refusal } from '../../parts/Refusal.tsx';
import { SecretOnce } from './SecretOnce.tsx';
import classes from './Webhooks.module.css';

export function RotateDialog({ id, opened, onClose }: { id: string; opened: boolean; onClose(): void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="New secret" size="sm">
      {opened && <Rotate id={id} onClose={onClose} />}
    </Modal>
  );
}

function Rotate({ id, onClose }: { id: string; onClose(): void }) {
  const { rotate } = useWebhookActions(id);
  const [secret, setSecret] = useState<string | null>(null);
  if (secret) return <SecretOnce secret={secret} onDone={onClose} />;
  const make = () => void rotate.mutateAsync().then((hook) => setSecret(hook.secret ?? null), () => undefined);
  return (
    <div className={classes.form}>
      <Refusal error={rotate.error} />
      <p className={classes.words}>For a day both secrets sign, so the receiver misses nothing while you change it over.</p>
      <div className={classes.end}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button loading={rotate.isPending} onClick={make}>
          Make a new secret
        </Button>
      </div>
    </div>
  );
}
