import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isProblem, type MailDetail } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { mailById, useRetryMail } from '../../data/messages.ts';
import { problemOf } from '../../data/problems.ts';
import { Card, Page } from '../../parts/Page.tsx';
import { Empty, Failed, Lines } from '../../parts/States.tsx';
import { MailBadge } from '../../parts/StatusBadge.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { Moment, spelled } from '../../parts/Words.tsx';
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
  const again = mail.status === 'failed' && (
    <Button loading={retry.isPending} onClick={() => void send()}>
      Send again
    </Button>
  );

  return (
    <Page title={mail.subject} back={back} narrow mark={<MailBadge status={mail.status} />} actions={again}>
      <Card>
        <Facts mail={mail} />
        <Body mail={mail} />
      </Card>
    </Page>
  );
}

function Facts({ mail }: { mail: MailDetail }) {
  const facts: [string, ReactNode][] = [
    ['To', mail.to],
    ['Kind', spelled(mail.kind)],
    ['Written', <Moment key="written" at={mail.createdAt} />],
    ['Sent', mail.sentAt && <Moment key="sent" at={mail.sentAt} />],
    ['Tried', mail.attempts > 1 && plural(mail.attempts, 'time')],
    ['Last error', mail.error && <span className={classes.error}>{mail.error}</span>],
  ];
  return (
    <dl className={classes.head}>
      {facts
        .filter(([, value]) => Boolean(value))
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

const views = [
  { value: 'html', label: 'As sent' },
  { value: 'text', label: 'Plain text' },
];

function Body({ mail }: { mail: MailDetail }) {
  const [view, setView] = useState('html');
  return (
    <>
      <SegmentedControl size="xs" aria-label="View of the mail" value={view} onChange={setView} className={classes.view} data={views} />
      {view === 'html' ? (
        // An empty sandbox: no scripts, no forms, no way to the page around it. The mail may quote what a stranger typed.
        <iframe className={classes.body} title={`Mail: ${mail.subject}`} sandbox="" srcDoc={mail.html} />
      ) : (
        <pre className={classes.text} tabIndex={0} aria-label="Plain text of the mail">
          {mail.text}
        </pre>
      )}
    </>
  );
}
