import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isProblem, type Webhook } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useWebhookActions, webhookById, webhookList } from '../../data/notices.ts';
import { problemOf } from '../../data/problems.ts';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { Card, Page } from '../../parts/Page.tsx';
import { Empty, Failed, Lines } from '../../parts/States.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { Moment } from '../../parts/Words.tsx';
import { paths } from '../../paths.ts';
import { DeliveryLog } from './DeliveryLog.tsx';
import { RotateDialog } from './RotateDialog.tsx';
import { WebhookBadge } from './WebhookBadge.tsx';
import { WebhookDialog } from './WebhookDialog.tsx';
import classes from './Webhooks.module.css';

const back = { to: paths.webhooks(), label: 'Webhooks' };

export function Component() {
  const { id = '' } = useParams();
  const hook = useQuery(webhookById(id));
  if (hook.data) return <Loaded hook={hook.data.value} etag={hook.data.etag} />;
  const missing = isProblem(hook.error) && (hook.error.status === 404 || hook.error.status === 400);
  return (
    <Page title={missing ? 'No such webhook' : 'Webhook'} back={back}>
      <Card>
        {missing && <Empty title="There is no webhook with this id">It may have been deleted.</Empty>}
        {!missing && hook.isError && <Failed what="The webhook could not be loaded." error={hook.error} onRetry={() =>
          void hook.refetch()} />}
        {hook.isPending && <Lines count={6} />}
      </Card>
    </Page>
  );
}

function Loaded({ hook, etag }: { hook: Webhook; etag: string | null }) {
  const events = useQuery(webhookList()).data?.events ?? hook.events;
  const actions = useWebhookActions(hook.id);
  const [open, setOpen] = useState<'edit' | 'rotate' | 'delete' | null>(null);
  const navigate = useNavigate();
  const toast = useToast();
  const close = () => setOpen(null);

  const run = async (work: () => Promise<string>) => {
    try {
      toast({ title: await work() });
    } catch (error) {
      toast({ title: 'That did not work', detail: problemOf(error).message, tone: 'danger' });
    }
  };
  const remove = () =>
    run(async () => {
      await actions.remove.mutateAsync();
      await navigate(paths.webhooks());
      return 'The webhook is deleted';
    });
  const buttons = (
    <>
      <Button variant="default" c="var(--admin-danger-text)" onClick={() => setOpen('delete')}>
        Delete
      </Button>
      <Button variant="default" onClick={() => setOpen('rotate')}>
        New secret
      </Button>
      {hook.active && (
        <Button
          variant="default"
          loading={actions.test.isPending}
          onClick={() => void run(async () => (await actions.test.mutateAsync(), 'A test event is on its way'))}
        >
          Send a test
        </Button>
      )}
      <Button onClick={() => setOpen('edit')}>Edit</Button>
    </>
  );
  return (
    <Page
      title={hook.url}
      back={back}
      mark={<WebhookBadge hook={hook} />}
      note={hook.description || plural(hook.events.length, 'event')}
      actions={buttons}
    >
      <State hook={hook} />
      <DeliveryLog endpointId={hook.id} active={hook.active} />
      <WebhookDialog editing={open === 'edit' ? hook : null} etag={etag} events={events} onClose={close} />
      <RotateDialog id={hook.id} opened={open === 'rotate'} onClose={close} />
      <ConfirmDialog
        opened={open === 'delete'}
        onClose={close}
        title="Delete this webhook?"
        confirm="Delete it"
        keep="Keep it"
        busy={actions.remove.isPending}
        onConfirm={() => void remove()}
      >
        {`${hook.url} is told nothing more, and its log goes with it. This cannot be taken back.`}
      </ConfirmDialog>
    </Page>
  );
}

function State({ hook }: { hook: Webhook }) {
  return (
    <div className={classes.states}>
      {hook.disabledReason && (
        <Alert color="red" title="The shop switched this webhook off">
          {hook.disabledReason} Mend the receiver, then edit the webhook and switch it on. What is still waiting is sent then.
        </Alert>
      )}
      {hook.active && hook.failingSince && (
        <Alert color="yellow" title="It does not answer as it should">
          Since <Moment at={hook.failingSince} />. After five days without a success it is switched off.
        </Alert>
      )}
      {hook.previousSecretUntil && (
        <Alert color="blue" title="Two secrets sign">
          The old one is good until <Moment at={hook.previousSecretUntil} />.
        </Alert>
      )}
    </div>
  );
}
