import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isProblem, type MailDetail } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { useState } from 'react';
import { useParams } from 'react-router';
import { mailById, useRetryMail } from '../../data/messages.ts';
import { problemOf } from '../../data/problems.ts';
import { Card, Page } from '../../parts/Page.tsx';
import { Empty, Failed, Lines } from '../../parts/States.tsx';
import { MailBadge } from '../../parts/StatusBadge.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { Moment } from '../../parts/Words.tsx';
import { paths } from '../../paths.ts';
import classes from './Mailbox.module.css';

const back = { to: paths.mails(), label: 'Mailbox' };

export function Component() {
  const { id = '' } = useParams();
  const mail = useQuery(mailById(id));
  if (mail.data) return <Loaded mail={mail.data} />;
  const missing = isProblem(mail.error) && (mail.error.status === 404 || mail.error.status === 400);
  return (
    <Page title={missing ? 'No such mail' : 'Mail'} back={back} narrow>
      <Card>
        {missing && <Empty title="There is no mail with this id">It may have been cleared away.</Empty>}
        {!missing && mail.isError && <Failed what="The mail could not be loaded." error={mail.error} onRetry={() => void mail.refetch()} />}
        {mail.isPending && <Lines count={8} />}
      </Card>
    </Page>
  );
}

function Loaded({ mail }: { mail: MailDetail }) {
  const [view, setView] = useState('html');
  const retry = useRetryMail();
  const toast = useToast();

  const send = async () => {
    try {
      await retry.mutateAsync(mail.id);
      toast({ title: 'The mail is queued again', detail: `To ${mail.to}.` });
    } catch (error) {
      toast({ title: 'The mail was not queued', detail: problemOf(error).message, tone: 'danger' });
    }
  };

  return (
    <Page
      title={mail.subject}
      back={back}
      narrow
      mark={<MailBadge status={mail.status} />}
      actions={
        mail.status === 'failed' && (
          <Button loading={retry.isPending} onClick={() => void send()}>
            Send again
          </Button>
        )
      }
    >
      <Card>
        <dl className={classes.head}>
          <div>
            <dt>To</dt>
            <dd>{mail.to}</dd>
          </div>
          <div>
            <dt>Kind</dt>
            <dd>{mail.kind}</dd>
          </div>
          <div>
            <dt>Written</dt>
            <dd>
              <Moment at={mail.createdAt} />
            </dd>
          </div>
          {mail.sentAt && (
            <div>
              <dt>Sent</dt>
              <dd>
                <Moment at={mail.sentAt} />
              </dd>
            </div>
          )}
          {mail.attempts > 1 && (
            <div>
              <dt>Tried</dt>
              <dd>{plural(mail.attempts, 'time')}</dd>
            </div>
          )}
          {mail.error && (
            <div>
              <dt>Last error</dt>
              <dd className={classes.error}>{mail.error}</dd>
            </div>
          )}
        </dl>
        <SegmentedControl
          size="xs"
          aria-label="View of the mail"
          value={view}
          onChange={setView}
          className={classes.view}
          data={[
            { value: 'html', label: 'As sent' },
            { value: 'text', label: 'Plain text' },
          ]}
        />
        {view === 'html' ? (
          // An empty sandbox: no scripts, no forms, no way to the page around it. The mail may quote what a stranger typed.
          <iframe className={classes.body} title={`Mail: ${mail.subject}`} sandbox="" srcDoc={mail.html} />
        ) : (
          <pre className={classes.text} tabIndex={0} aria-label="Plain text of the mail">
            {mail.text}
          </pre>
        )}
      </Card>
    </Page>
  );
}
