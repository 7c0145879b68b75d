import { Button, Drawer } from '@mantine/core';
import type { DeadLetter } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { useState } from 'react';
import { useDeadLetterActions } from '../../data/messages.ts';
import { problemOf } from '../../data/problems.ts';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { Moment } from '../../parts/Words.tsx';
import classes from './DeadLetters.module.css';

export function LetterDrawer({ letter, onClose }: { letter: DeadLetter | null; onClose(): void }) {
  return (
    <Drawer opened={letter !== null} onClose={onClose} title={letter?.event ?? ''} size={560}>
      {letter && <Letter letter={letter} onClose={onClose} />}
    </Drawer>
  );
}

const payloadText = (payload: unknown) => {
  if (typeof payload !== 'string') return JSON.stringify(payload, null, 2);
  try {
    return JSON.stringify(JSON.parse(payload), null, 2);
  } catch {
    return payload;
  }
};

function Letter({ letter, onClose }: { letter: DeadLetter; onClose(): void }) {
  const { retry, discard } = useDeadLetterActions();
  const [asking, setAsking] = useState(false);
  const toast = useToast();

  const run = async (action: typeof retry, done: string, failed: string) => {
    try {
      await action.mutateAsync(letter.id);
      toast({ title: done });
      onClose();
    } catch (error) {
      toast({ title: failed, detail: problemOf(error).message, tone: 'danger' });
    }
  };

  return (
    <div className={classes.letter}>
      <dl className={classes.facts}>
        <div>
          <dt>Failed in</dt>
          <dd>{letter.subscriber}</dd>
        </div>
        <div>
          <dt>Happened</dt>
          <dd>
            <Moment at={letter.occurredAt} />
          </dd>
        </div>
        <div>
          <dt>Gave up</dt>
          <dd>
            <Moment at={letter.failedAt} />
            {` after ${plural(letter.attempts, 'try', 'tries')}`}
          </dd>
        </div>
      </dl>
      <section aria-label="Error">
        <h3 className={classes.small}>Error</h3>
        <pre className={classes.error} tabIndex={0}>
          {letter.error}
        </pre>
      </section>
      <section aria-label="Payload">
        <h3 className={classes.small}>Payload</h3>
        <pre className={classes.payload} tabIndex={0}>
          {payloadText(letter.payload)}
        </pre>
      </section>
      <div className={classes.actions}>
        <Button variant="default" c="var(--admin-danger-text)" onClick={() => setAsking(true)}>
          Discard
        </Button>
        <Button loading={retry.isPending} onClick={() => void run(retry, `${letter.event} is tried again`, 'It was not queued again')}>
          Try again
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title="Discard this event?"
        confirm="Discard it"
        keep="Keep it"
        busy={discard.isPending}
        onConfirm={() => void run(discard, `${letter.event} is discarded`, 'It was not discarded')}
      >
        {`${letter.subscriber} will never see it: whatever it should have done stays undone. This cannot be taken back.`}
      </ConfirmDialog>
    </div>
  );
}
