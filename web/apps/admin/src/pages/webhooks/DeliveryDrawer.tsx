import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { WebhookAttempt, WebhookDeliveryDetail } from '@tradepost/api';
import { deliveryById, useWebhookActions } from '../../data/notices.ts';
import { problemOf } from '../../data/problems.ts';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { Failed, Lines } from '../../parts/States.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { Moment } from '../../parts/Words.tsx';
import classes from './Webhooks.module.css';

interface Props {
  id: string | null;
  endpointId: string;
  active: boolean;
  onClose(): void;
}

export function DeliveryDrawer({ id, onClose, ...rest }: Props) {
  return (
    <Drawer opened={id !== null} onClose={onClose} title="Event" size={600}>
      {id && <Delivery id={id} onClose={onClose} {...rest} />}
    </Drawer>
  );
}

function Delivery({ id, endpointId, active, onClose }: Props & { id: string }) {
  const delivery = useQuery({ ...deliveryById(id), refetchInterval: 5_000 });
  const { replay } = useWebhookActions(endpointId);
  const toast = useToast();
  if (!delivery.data)
    return delivery.isError ? (
      <Failed what="The event could not be loaded." error={delivery.error} onRetry={() => void delivery.refetch()} />
    ) : (
      <Lines count={8} />
    );
  const again = async () => {
    try {
      await replay.mutateAsync(id);
      toast({ title: 'It is sent again', detail: 'Under the same id: a receiver that has it knows it for a repetition.' });
      onClose();
    } catch (error) {
      toast({ title: 'It was not sent again', detail: problemOf(error).message, tone: 'danger' });
    }
  };
  const reason = !active ? 'Switch the webhook on first.' : delivery.data.status === 'pending' ? 'It is still on its way.' : null;
  return (
    <div className={classes.form}>
      <Body delivery={delivery.data} />
      <section aria-label="Attempts">
        <h3 className={classes.small}>Attempts, the latest first</h3>
        {delivery.data.log.length === 0 && <p className="soft">None yet.</p>}
        <ul className={classes.attempts}>
          {delivery.data.log.map((attempt) => (
            <Attempt key={attempt.at} attempt={attempt} />
          ))}
        </ul>
      </section>
      <div className={classes.end}>
        <ReasonedButton reason={reason} loading={replay.isPending} onClick={() => void again()}>
          Send again
        </ReasonedButton>
      </div>
    </div>
  );
}

function Body({ delivery }: { delivery: WebhookDeliveryDetail }) {
  return (
    <section aria-label="What is sent">
      <h3 className={classes.small}>
        {delivery.type} · <Moment at={delivery.createdAt} />
      </h3>
      <pre className={classes.body} tabIndex={0}>
        {JSON.stringify(JSON.parse(delivery.body), null, 2)}
      </pre>
    </section>
  );
}

function Attempt({ attempt }: { attempt: WebhookAttempt }) {
  return (
    <li>
      <p>
        <strong>{attempt.status ?? attempt.error}</strong>{' '}
        <span className="soft">
          <Moment at={attempt.at} /> · {attempt.durationMs.toLocaleString('en-US')} ms
        </span>
      </p>
      {attempt.answer && (
        <pre className={classes.body} tabIndex={0}>
          {attempt.answer}
        </pre>
      )}
    </li>
  );
}
